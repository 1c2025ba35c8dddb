//! Packs what `lexicon.py` and `known.py` give into FSTs that are embedded:
//! `cargo run --release --example lexicon -- TABLE FST`.
//!
//! Takes lines of part, cost as last part, cost before others, letters of the linking element, 1 if it stays whole,
//! sorted by part; gives an FST map from part to one number (5 bits each cost, 2 bits linking element, 1 bit whole). Lines
//! of a word alone have 0.

#![allow(clippy::expect_used, reason = "a tool run by hand should stop at what is wrong")]

use std::fs::{File, read_to_string};
use std::io::BufWriter;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let table = arguments.next().expect("the table of lexicon.py");
    let target = arguments.next().expect("the file to write");
    let file = BufWriter::new(File::create(target).expect("a file that can be written"));
    let mut map = fst::MapBuilder::new(file).expect("an empty map");
    for line in read_to_string(table).expect("a readable table").lines() {
        let mut cells = line.split('\t');
        let part = cells.next().expect("a part");
        let numbers: Vec<u64> = cells.map(|cell| cell.parse().expect("a number")).collect();
        let value = match numbers[..] {
            [last, first, linking, whole] => last | first << 5 | linking << 10 | whole << 12,
            [] => 0,
            _ => unreachable!("one or five cells a line: {line}"),
        };
        map.insert(part, value).expect("parts in order");
    }
    map.finish().expect("a finished map");
}
