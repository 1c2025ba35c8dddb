//! The sheet as an HTML page for the browser's own print: black on white, entries never split.
//!
//! Takes a [`Sheet`] and the frame around it; gives the whole document. On the screen it looks like the paper it will
//! be, with a bar above that is not printed.

use super::{Entry, Link, Reach, Row, Sheet, Size, qr};
use crate::words::Words;
use maud::{DOCTYPE, Markup, html};

/// What the site puts around a sheet.
#[derive(Debug, Clone)]
pub struct Frame {
    /// Address of the sheet's style.
    pub style: String,
    /// Address of the site's icon; without one the browser asks for `/favicon.ico`.
    pub icon: String,
    /// Address of the style for page margins.
    pub margins: String,
    /// What stands above the paper and is not printed.
    pub bar: Markup,
}

/// The whole document.
#[must_use]
pub fn page(sheet: &Sheet, words: &Words, frame: &Frame) -> Markup {
    let language = words.language();
    html! {
        (DOCTYPE)
        html lang=(language.tag()) dir=(language.direction()) class=[(sheet.size == Size::Compact).then_some("compact")] {
            head {
                meta charset="utf-8";
                title { (sheet.title) }
                meta name="viewport" content="width=device-width, initial-scale=1";
                link rel="icon" href=(frame.icon) type="image/svg+xml";
                link rel="stylesheet" href=(frame.style);
                link rel="stylesheet" href=(frame.margins) media="print";
            }
            body {
                (frame.bar)
                main #inhalt tabindex="-1" {
                    (head(sheet, words))
                    @if sheet.missing > 0 {
                        p.missing { (words.fill("sheet-missing", &[("count", sheet.missing.into())])) }
                    }
                    ol.entries {
                        @for (entry, number) in sheet.entries.iter().zip(1..) { li { (article(entry, number, words)) } }
                    }
                    (end(sheet, words))
                }
            }
        }
    }
}

fn head(sheet: &Sheet, words: &Words) -> Markup {
    let count = [("count", sheet.entries.len().into()), ("date", sheet.date.clone().into())];
    html! {
        header.head {
            div {
                p.guide { (sheet.guide) }
                h1 { (words.get("sheet-heading")) }
                p { (words.fill("sheet-count", &count)) }
                p { b { (words.get("sheet-free-choice")) } }
                p { (words.fill("sheet-more", &[("site", sheet.site.clone().into())])) }
            }
            @if let Some(list) = &sheet.list {
                (square(list, "q0", &words.get("sheet-qr-list"), &html! { (words.get("sheet-list-phone")) }))
            }
            @if sheet.sample { p.sample { b { (words.get("sheet-sample")) } } }
            div.hand aria-hidden="true" {
                span { (words.get("sheet-for")) } i {}
                span { (words.get("sheet-adviser")) } i {}
            }
        }
    }
}

fn article(entry: &Entry, number: usize, words: &Words) -> Markup {
    let heading = format!("e{number}");
    html! {
        article aria-labelledby=(heading) {
            div.first {
                div {
                    h2 #(heading) { (number) ". " (entry.title) }
                    @if !entry.partner.is_empty() { p.partner { (entry.partner) } }
                    @for warning in &entry.warnings { p.warning { b { (warning) } } }
                    dl {
                        @match &entry.reach {
                            Some(reach) => (way(reach)),
                            None => {
                                dt { (words.get("sheet-phone")) }
                                dd { (words.get("sheet-neutral-no-number")) }
                            }
                        }
                        @if !entry.next_step.is_empty() {
                            dt { (words.get("fact-next-step")) }
                            dd { b { (entry.next_step) } }
                        }
                    }
                }
                @if let Some(link) = &entry.link {
                    @let label = words.fill("sheet-qr-offer", &[("title", entry.title.clone().into())]);
                    (square(link, &format!("q{number}"), &label, &html! {
                        (link.short) br; (entry.as_of)
                    }))
                }
            }
            @if !entry.rows.is_empty() { dl.rest { @for row in &entry.rows { (fact(row)) } } }
            div.lines aria-hidden="true" {
                span { (words.get("sheet-appointment")) } i {}
                span { (words.get("sheet-notes")) } i {}
            }
        }
    }
}

fn way(reach: &Reach) -> Markup {
    html! {
        dt.way { (reach.label) }
        dd.way {
            a.number href=(reach.href) translate="no" { bdi { (reach.text) } }
            @if !reach.hours.is_empty() { " " span.hours { (reach.hours) } }
        }
    }
}

fn fact(row: &Row) -> Markup {
    html! {
        dt { (row.label) }
        dd {
            @for (i, line) in row.lines.iter().enumerate() {
                @if i > 0 { br; }
                (line)
            }
        }
    }
}

/// A code with what stands below it; the code itself is a link, so that the PDF has one too.
fn square(link: &Link, id: &str, label: &str, below: &Markup) -> Markup {
    html! {
        div.square {
            @if let Some(code) = qr::svg(&link.url, id, label) { a href=(link.url) { (code) } }
            p { (below) }
        }
    }
}

fn end(sheet: &Sheet, words: &Words) -> Markup {
    html! {
        section.crisis aria-labelledby="krise" {
            h2 #krise { (words.get("sheet-crisis")) }
            ul {
                @for line in &sheet.crisis {
                    li { b { (line.number) } " " (line.name) }
                }
            }
            p.small {
                (words.fill("sheet-crisis-as-of", &[("years", sheet.crisis_as_of.clone().into())]))
                @if let Some(cost) = &sheet.crisis_cost {
                    " " (words.fill("sheet-crisis-cost", &[("cost", cost.into())]))
                }
            }
        }
        p.small.end {
            (words.get("sheet-as-of-means")) " "
            (words.fill("sheet-questions", &[("who", sheet.questions.clone().into())])) ". "
            (words.get("sheet-free-choice"))
        }
    }
}
