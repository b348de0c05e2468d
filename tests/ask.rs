//! What `dateline new` asks at a terminal.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod folder;
mod terminal;

use std::fs;

use folder::Folder;
use terminal::Terminal;

const ENTER: &str = "\r";
const DOWN: &str = "\u{1b}[B";
const ESCAPE: &str = "\u{1b}";
const CONTROL_C: &str = "\u{3}";

fn at_terminal(folder: &Folder, arguments: &[&str], columns: u16) -> Terminal {
    let beside = folder.events().parent().unwrap().to_owned();
    Terminal::run(&beside, arguments, columns)
}

#[test]
fn an_event_is_asked_for() {
    let folder = Folder::base();
    let mut terminal = at_terminal(&folder, &["new", "event"], 80);
    terminal.answer("What happened?", "Xi visits Washington");
    terminal.answer("When?", "2024-04-31");
    terminal.shows("April has only 30 days");
    println!("{}", terminal.screen());
    terminal.press("\u{7f}0");
    terminal.answer("When? 2024-04-30", "");
    terminal.shows("What kind of event is it?");
    println!("{}", terminal.screen());
    terminal.press("vis\t");
    terminal.answer("What kind of event is it? visit", "");
    terminal.answer("Has it happened?", "");
    terminal.answer("Where?", "wash\t");
    terminal.shows("Who took part?");
    terminal.press("jinp");
    terminal.shows("xi – Xi Jinping");
    println!("{}", terminal.screen());
    terminal.press(DOWN);
    terminal.press(ENTER);
    terminal.answer("What did xi do in it?", "visitor");
    terminal.answer("And?", "bidn");
    terminal.shows("did you mean `biden`?");
    println!("{}", terminal.screen());
    terminal.press("\u{15}\u{7f}\u{7f}\u{7f}\u{7f}");
    terminal.press(ENTER);
    terminal.answer("Which report tells of it?", "newsweek-2024-04-08");
    terminal.answer("And?", "");
    terminal.answer("What is it about?", "");
    terminal.answer("What is there to say of it?", "");
    let (code, screen) = terminal.end();
    println!("{screen}");
    assert_eq!(code, 0);
    let text = fs::read_to_string(folder.events().join("2024-04-30-xi-visits-washington.yaml"));
    println!("{}", text.unwrap());
    panic!();
}
