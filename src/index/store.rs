//! The index on disk: one folder a hash, written aside and renamed, opened only if every byte is as written.
//!
//! Takes and gives the files of an index as bytes. `pruefsumme` holds the hash of every file, because tantivy's own
//! checksum misses flips in its meta files. Nobody maps these files: they are read once, checked and served from memory,
//! so a file that changes afterwards changes no answer.

use super::IndexError;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use tantivy::Directory;
use tantivy::directory::RamDirectory;

/// Files of an index by name.
pub(super) type Files = Vec<(String, Vec<u8>)>;

/// Name of the file of checksums.
const CHECKSUMS: &str = "pruefsumme";
/// Held while writing and tidying, so that no two processes do it at once.
const LOCK: &str = ".sperre";
/// Finished indexes kept: this one and those of the last changes, for a quick way back.
const KEPT: usize = 3;

/// The place of one index.
pub(super) struct Store {
    dir: PathBuf,
    hash: String,
}

impl Store {
    pub(super) fn new(dir: &Path, hash: &str) -> Self {
        Self { dir: dir.to_owned(), hash: hash.to_owned() }
    }

    /// Reads all files, if they are as they were written.
    pub(super) fn read(&self) -> io::Result<Files> {
        let place = self.dir.join(&self.hash);
        let wrong = |what: String| io::Error::new(io::ErrorKind::InvalidData, what);
        let sums = fs::read_to_string(place.join(CHECKSUMS)).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => io::Error::new(error.kind(), "zu diesem Datenstand gibt es noch keinen Index"),
            _ => error,
        })?;
        let mut files = Files::new();
        for line in sums.lines() {
            let name = line.split_once("  ").map(|(_, name)| name).filter(|name| !name.contains(['/', '\\']));
            let name = name.ok_or_else(|| wrong(format!("{CHECKSUMS} ist beschädigt")))?;
            let mut bytes = Vec::new();
            File::open(place.join(name))?.read_to_end(&mut bytes)?;
            files.push((name.to_owned(), bytes));
        }
        if checksums(&files) != sums {
            return Err(wrong(format!("der gespeicherte Index {} ist beschädigt", self.hash)));
        }
        Ok(files)
    }

    /// Writes all files aside, makes sure they are on the disk, and puts them in place in one step.
    pub(super) fn write(&self, files: &Files) -> io::Result<()> {
        fs::create_dir_all(&self.dir)?;
        let _lock = self.lock()?;
        let aside = self.dir.join(format!("tmp-{}", std::process::id()));
        remove(&aside)?;
        let written = self.write_aside(&aside, files);
        if written.is_err() {
            // The first error is the one worth telling.
            let _ = remove(&aside);
        }
        written?;
        self.tidy();
        Ok(())
    }

    fn write_aside(&self, aside: &Path, files: &Files) -> io::Result<()> {
        fs::create_dir(aside)?;
        let sums = checksums(files);
        let all = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
        for (name, bytes) in all.chain([(CHECKSUMS, sums.as_bytes())]) {
            let mut file = File::create_new(aside.join(name))?;
            file.write_all(bytes)?;
            file.sync_all()?;
        }
        File::open(aside)?.sync_all()?;
        let place = self.dir.join(&self.hash);
        remove(&place)?;
        fs::rename(aside, place)?;
        File::open(&self.dir)?.sync_all()
    }

    /// Removes what nobody needs any more; a folder that cannot be tidied stays untidy.
    pub(super) fn clean(&self) {
        if let Ok(_lock) = self.lock() {
            self.tidy();
        }
    }

    /// With the lock held: folders aside of dead processes, and all finished indexes but the newest.
    fn tidy(&self) {
        let Ok(entries) = fs::read_dir(&self.dir) else { return };
        let mut finished = Vec::new();
        for entry in entries.flatten().filter(|e| e.file_type().is_ok_and(|t| t.is_dir())) {
            let name = entry.file_name().to_string_lossy().into_owned();
            if let Some(process) = name.strip_prefix("tmp-") {
                if dead(process) {
                    let _ = remove(&entry.path());
                }
            } else if name != self.hash && is_hash(&name) {
                finished.push((entry.metadata().and_then(|m| m.modified()).ok(), name));
            }
        }
        finished.sort();
        for (_, name) in finished.iter().rev().skip(KEPT - 1) {
            let _ = remove(&self.dir.join(name));
        }
    }

    fn lock(&self) -> io::Result<File> {
        let file = File::options().create(true).truncate(false).write(true).open(self.dir.join(LOCK))?;
        file.try_lock().map_err(|error| match error {
            fs::TryLockError::WouldBlock => io::Error::other("ein anderer Prozess schreibt gerade den Index"),
            fs::TryLockError::Error(error) => error,
        })?;
        Ok(file)
    }
}

/// The files of a freshly built index.
pub(super) fn collect(index: &tantivy::Index, directory: &RamDirectory) -> Result<Files, IndexError> {
    let mut names: Vec<PathBuf> = index.directory().list_managed_files().into_iter().collect();
    names.sort();
    let mut files = Files::new();
    for name in names.into_iter().filter(|name| directory.exists(name).unwrap_or(false)) {
        let bytes = directory.atomic_read(&name).map_err(tantivy::TantivyError::from)?;
        files.push((name.to_string_lossy().into_owned(), bytes));
    }
    Ok(files)
}

/// One line a file, hash and name: what `b3sum --check` reads.
fn checksums(files: &Files) -> String {
    files.iter().map(|(name, bytes)| format!("{}  {name}\n", blake3::hash(bytes).to_hex())).collect()
}

fn is_hash(name: &str) -> bool {
    name.len() == 16 && name.bytes().all(|b| b.is_ascii_hexdigit())
}

/// Whether a folder aside has no writer any more: no such process, or ourselves (we hold the lock and write none).
fn dead(process: &str) -> bool {
    let proc = Path::new("/proc");
    process == std::process::id().to_string() || (proc.join("self").exists() && !proc.join(process).exists())
}

fn remove(dir: &Path) -> io::Result<()> {
    match fs::remove_dir_all(dir) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
