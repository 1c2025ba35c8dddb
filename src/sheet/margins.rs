//! What stands on the edge of every printed page: guide and date above, emergency numbers and page count below.
//!
//! Takes a [`Sheet`]; gives a style sheet of its own, because the site's content policy forbids styles inside a page
//! and only CSS can write into page margins. Browsers that ignore margin boxes lose nothing: all of it is also in the
//! text of the sheet.

use super::Sheet;
use crate::words::Words;

/// The `@page` rules of a sheet. Holds nothing of its entries.
#[must_use]
pub fn css(sheet: &Sheet, words: &Words) -> String {
    let emergency: Vec<String> = sheet.crisis.iter().take(2).map(|c| format!("{} {}", c.name, c.number)).collect();
    let questions = words.fill("sheet-questions", &[("who", sheet.questions.clone().into())]);
    let pages = words.fill("sheet-page", &[("page", PAGE.into()), ("pages", PAGES.into())]);
    let pages = string(&pages).replace(PAGE, "\" counter(page) \"").replace(PAGES, "\" counter(pages) \"");
    format!(
        "@page{{@top-left{{content:{guide}}}@top-right{{content:{title}}}@bottom-left{{content:{emergency} \"\\a \" {questions}}}@bottom-right{{content:{pages}}}}}\
         @page:first{{@top-left{{content:none}}@top-right{{content:none}}}}",
        guide = string(&sheet.guide),
        title = string(&sheet.title),
        emergency = string(&emergency.join(" · ")),
        questions = string(&questions),
    )
}

/// Stand-ins for the page counters while a sentence is put together.
const PAGE: &str = "\u{e000}";
const PAGES: &str = "\u{e001}";

/// A CSS string: nothing inside can end it.
fn string(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' | '<' => quoted.push_str(&format!("\\{:x} ", u32::from(c))),
            c if c.is_control() => quoted.push(' '),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::string;

    #[test]
    fn nothing_in_a_name_ends_the_css_string() {
        assert_eq!(string("Kreis \"A\"\\</style>\n"), "\"Kreis \\22 A\\22 \\5c \\3c /style> \"");
    }
}
