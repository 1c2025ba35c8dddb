//! The only reader of `data/`: files as bytes, sorted, with the fingerprint of those the index depends on.
//!
//! Takes a folder; gives every file in it. What a file means is decided further right.

use super::need;
use super::problem::SourceFile;
use rayon::prelude::*;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// All files of a data folder, by what they are.
#[derive(Debug, Default)]
pub struct Sources {
    /// Every file read, sorted by path.
    pub files: Vec<Arc<SourceFile>>,
}

impl Sources {
    /// The file at a path below the data folder.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&Arc<SourceFile>> {
        self.files.binary_search_by(|f| f.path.as_str().cmp(path)).ok().map(|i| &self.files[i])
    }

    /// Files below a folder (with a trailing `/`), sorted.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a Arc<SourceFile>> {
        self.files.iter().filter(move |f| f.path.starts_with(folder))
    }

    /// Entries below a folder, sorted.
    pub fn entries<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a Arc<SourceFile>> {
        self.below(folder).filter(|f| is_yaml(&f.path))
    }

    /// blake3 over path and content of everything the index depends on, as hex.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        let relevant = |path: &str| {
            let search = ["suche/zerlegung.yaml", "suche/synonyme.yaml", "suche/alltag.yaml"];
            ["partner/", "haeuser/", "vokabular/", need::FOLDER].iter().any(|f| path.starts_with(f))
                || search.contains(&path)
        };
        for file in self.files.iter().filter(|f| relevant(&f.path) && is_yaml(&f.path)) {
            for part in [file.path.as_bytes(), &file.bytes] {
                hasher.update(&(part.len() as u64).to_le_bytes());
                hasher.update(part);
            }
        }
        hasher.finalize().to_hex().to_string()
    }
}

/// File stem of a path below the data folder.
#[must_use]
pub fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Whether a file is read as an entry or a list. `.yml` is, so that a rule can ask for the right ending and all others
/// speak in the same run.
#[must_use]
pub fn is_yaml(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, end)| ["yaml", "yml"].iter().any(|y| end.eq_ignore_ascii_case(y)))
}

/// Why the system refuses a folder or file, as a sentence; what the program itself says stays as it is.
#[must_use]
pub fn reason(error: &io::Error) -> String {
    if error.get_ref().is_some() {
        return error.to_string();
    }
    match error.kind() {
        io::ErrorKind::NotFound => "Es gibt ihn nicht.".to_owned(),
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => "Das ist kein Ordner.".to_owned(),
        io::ErrorKind::PermissionDenied => "Dem Programm fehlt die Berechtigung.".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "Der Datenträger ist schreibgeschützt.".to_owned(),
        io::ErrorKind::StorageFull => "Der Speicherplatz ist voll.".to_owned(),
        _ => error.to_string(),
    }
}

/// Lists every file below `dir` and reads those with a known ending (`.yaml`, `.yml`, `.md`, `.ftl`); the others come
/// without their bytes, so that a rule can name them. Hidden files and editors' backups are not looked at.
///
/// # Errors
/// The folder or one of its files cannot be read.
pub fn read(dir: &Path) -> io::Result<Sources> {
    let mut places = Vec::new();
    walk(dir, "", &mut places)?;
    places.sort();
    let file = |(path, place): (String, PathBuf)| {
        let known = is_yaml(&path) || [".md", ".ftl"].iter().any(|end| path.to_lowercase().ends_with(end));
        let bytes = if known { std::fs::read(place)? } else { Vec::new() };
        Ok(Arc::new(SourceFile { path, bytes }))
    };
    Ok(Sources { files: places.into_par_iter().map(file).collect::<io::Result<_>>()? })
}

/// Collects paths below the data folder with the places of their files.
fn walk(dir: &Path, prefix: &str, places: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in std::fs::read_dir(dir)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || name.ends_with('~') {
            continue;
        }
        let path = format!("{prefix}{name}");
        let kind = entry.file_type()?;
        if kind.is_dir() || kind.is_symlink() && std::fs::metadata(entry.path())?.is_dir() {
            walk(&entry.path(), &format!("{path}/"), places)?;
        } else {
            places.push((path, entry.path()));
        }
    }
    Ok(())
}
