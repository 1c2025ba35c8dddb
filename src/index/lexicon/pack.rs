//! Packs the table of `lexicon.py` into the FST that is embedded: `cargo run --release --example lexicon -- TABLE FST`.
//!
//! Takes lines of part, cost as last part, cost before others, letters of the linking element, 1 if it stays whole,
//! sorted by part; gives an FST map from part to one number (5 bits each cost, 2 bits linking element, 1 bit whole).

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
        let [last, first, linking, whole] = numbers[..] else { unreachable!("five cells a line: {line}") };
        map.insert(part, last | first << 5 | linking << 10 | whole << 12).expect("parts in order");
    }
    map.finish().expect("a finished map");
}
