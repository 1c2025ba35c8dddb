//! The builder kit of all tests: a data folder made from `tests/mini`, changed file by file.
//!
//! Takes edits; gives a folder on disk, its catalog, its problems. Time stands still at [`now`].

use jiff::Zoned;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use wegweiser::catalog::judged::JudgedQueries;
use wegweiser::catalog::{Catalog, Problem, Severity};
use wegweiser::index::Index;
use wegweiser::search::Search;

/// The moment all tests live in: Saturday, 21 November 2026, ten o'clock.
pub(crate) fn now() -> Zoned {
    "2026-11-21T10:00[Europe/Berlin]".parse().unwrap()
}

/// A data folder of a test, deleted with it.
pub(crate) struct Folder {
    dir: tempfile::TempDir,
}

impl Folder {
    /// A copy of the miniature catalog.
    pub(crate) fn mini() -> Self {
        let dir = tempfile::tempdir().unwrap();
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mini"), &dir.path().join("data"));
        Self { dir }
    }

    /// A copy of the shipped catalog.
    pub(crate) fn real() -> Self {
        let dir = tempfile::tempdir().unwrap();
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"), &dir.path().join("data"));
        Self { dir }
    }

    /// The miniature catalog without its partners.
    pub(crate) fn empty() -> Self {
        let folder = Self::mini();
        for part in ["partner", "listen", "anliegen.yaml"] {
            let path = folder.data().join(part);
            if path.is_dir() { std::fs::remove_dir_all(path).unwrap() } else { std::fs::remove_file(path).unwrap() }
        }
        folder
    }

    /// Writes a file, in place of one that is there.
    pub(crate) fn with(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        let file = self.data().join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, content).unwrap();
        self
    }

    /// Replaces text in a file; the text must be there.
    pub(crate) fn edit(self, path: &str, from: &str, to: &str) -> Self {
        let old = std::fs::read_to_string(self.data().join(path)).unwrap();
        assert!(old.contains(from), "{path} does not contain {from:?}");
        self.with(path, old.replacen(from, to, 1))
    }

    /// Deletes a file.
    pub(crate) fn without(self, path: &str) -> Self {
        std::fs::remove_file(self.data().join(path)).unwrap();
        self
    }

    /// The data folder.
    pub(crate) fn data(&self) -> PathBuf {
        self.dir.path().join("data")
    }

    /// A folder beside it for a built index.
    pub(crate) fn index(&self) -> PathBuf {
        self.dir.path().join("index")
    }

    /// Its catalog and problems.
    pub(crate) fn load(&self) -> (Catalog, Vec<Problem>) {
        Catalog::load(&self.data(), &now()).unwrap()
    }

    /// Its judged queries, which must have no problems.
    pub(crate) fn judged(&self) -> JudgedQueries {
        let (_, problems, judged) = Catalog::load_judged(&self.data(), &now(), None).unwrap();
        assert!(problems.is_empty(), "{problems:#?}");
        judged
    }

    /// A search over its catalog, warnings or not, from memory.
    pub(crate) fn search(&self) -> Search {
        let (catalog, problems) = self.load();
        let errors: Vec<_> = problems.iter().filter(|p| p.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{errors:#?}");
        let index = Index::in_memory(&catalog).unwrap();
        Search::new(Arc::new(catalog), index)
    }

    /// Its catalog, which must have no errors and no warnings.
    pub(crate) fn catalog(&self) -> Catalog {
        let (catalog, problems) = self.load();
        let found: Vec<_> = problems.iter().map(|p| (&p.file.path, p.code, &p.message)).collect();
        assert!(found.is_empty(), "{found:#?}");
        catalog
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
