//! Standards of curricula, and the codes of those that are known.

use super::Text;
use super::decode::{Context, Decode};
use super::record::record;
use super::shape::Shape;
use crate::yaml::{Node, Path};

/// A standard that a lesson serves.
#[derive(Clone, Debug, PartialEq)]
pub struct Standard(pub StandardRecord);

record! {
    /// A standard that a lesson serves. One that has no more than a code, or no code, is written as a text.
    pub struct StandardRecord = "standard" {
        /// Its code, or its name where it has none.
        code: Text,
        /// What it asks for.
        text: Option<Text>,
    }
}

impl std::ops::Deref for Standard {
    type Target = StandardRecord;

    fn deref(&self) -> &StandardRecord {
        &self.0
    }
}

impl Decode for Standard {
    fn shape() -> Shape {
        Shape::Either(vec![StandardRecord::shape(), Text::shape()])
    }

    fn decode(node: &Node, at: &Path, context: &mut Context<'_>) -> Option<Self> {
        if matches!(node, Node::Map(_)) {
            return StandardRecord::decode(node, at, context).map(Standard);
        }
        let code = Text::decode(node, at, context)?;
        Some(Standard(StandardRecord { code, text: None }))
    }
}

/// A frame of standards whose codes are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// The Common Core State Standards for English Language Arts and Literacy.
    CommonCore,
    /// The College, Career, and Civic Life (C3) Framework for Social Studies.
    C3,
}

impl Frame {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Frame::CommonCore => "Common Core",
            Frame::C3 => "C3 Framework",
        }
    }

    /// A right code of it.
    pub fn example(self) -> &'static str {
        match self {
            Frame::CommonCore => "RH.9-10.6",
            Frame::C3 => "D2.His.11.9-12",
        }
    }
}

/// What a code looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recognised {
    /// A code of a frame.
    Code(Frame),
    /// Like one of a frame, but none; with what was probably meant.
    Malformed(Frame, Option<String>),
    /// Something else.
    Other,
}

impl StandardRecord {
    /// The frame whose code this is, if it is one of those known.
    pub fn frame(&self) -> Option<Frame> {
        match recognise(&self.code) {
            Recognised::Code(frame) => Some(frame),
            _ => None,
        }
    }
}

/// Tells what a code is by its form.
pub fn recognise(code: &str) -> Recognised {
    if let Some(frame) = frame_of(code) {
        return Recognised::Code(frame);
    }
    let Some(frame) = looks_like(code) else {
        return Recognised::Other;
    };
    let tidy = tidied(code);
    let meant = (frame_of(&tidy) == Some(frame)).then_some(tidy);
    Recognised::Malformed(frame, meant)
}

fn frame_of(code: &str) -> Option<Frame> {
    if is_common_core(code) {
        Some(Frame::CommonCore)
    } else if is_c3(code) {
        Some(Frame::C3)
    } else {
        None
    }
}

/// The strands of the Common Core that have the grades of schools' lower and upper years
/// together: literacy in history, in science, and writing in both.
const LITERACY: &[&str] = &["RH", "RST", "WHST"];
/// The other strands, with a grade each up to the eighth.
const LANGUAGE: &[&str] = &["RI", "RL", "SL", "W", "L"];
const LITERACY_GRADES: &[&str] = &["6-8", "9-10", "11-12"];
const GRADES: &[&str] = &["K", "1", "2", "3", "4", "5", "6", "7", "8", "9-10", "11-12"];

/// `RH.9-10.6`, `WHST.9-10.1a`, `CCSS.ELA-LITERACY.RH.9-10.6`.
fn is_common_core(code: &str) -> bool {
    let bare = ["CCSS.ELA-LITERACY.", "CCSS.ELA-Literacy."]
        .iter()
        .find_map(|prefix| code.strip_prefix(prefix))
        .unwrap_or(code);
    let parts: Vec<&str> = bare.split('.').collect();
    let (strand, grade, number, part) = match *parts.as_slice() {
        [strand, grade, number] => {
            let digits = number.trim_end_matches(|c: char| c.is_ascii_lowercase());
            (strand, grade, digits, &number[digits.len()..])
        }
        [strand, grade, number, part] if !part.is_empty() => (strand, grade, number, part),
        _ => return false,
    };
    let grades = if LITERACY.contains(&strand) {
        LITERACY_GRADES
    } else if LANGUAGE.contains(&strand) {
        GRADES
    } else {
        return false;
    };
    let lettered = matches!(part.as_bytes(), [] | [b'a'..=b'f']);
    grades.contains(&grade) && within(number, 10) && lettered
}

/// How many indicators each subject of the second dimension has.
const SUBJECTS: &[(&str, u32)] = &[
    ("Civ", 14),
    ("Eco", 15),
    ("Geo", 12),
    ("His", 17),
    ("Psy", 23),
    ("Soc", 18),
    ("Ant", 10),
];
const BANDS: &[&str] = &["K-2", "3-5", "6-8", "9-12"];

/// `D2.His.11.9-12`, `D3.1.9-12`.
fn is_c3(code: &str) -> bool {
    let parts: Vec<&str> = code.split('.').collect();
    match *parts.as_slice() {
        ["D2", subject, number, band] => SUBJECTS
            .iter()
            .any(|(name, most)| *name == subject && within(number, *most) && BANDS.contains(&band)),
        [dimension, number, band] => {
            let most = match dimension {
                "D1" => 5,
                "D3" => 4,
                "D4" => 8,
                _ => return false,
            };
            within(number, most) && BANDS.contains(&band)
        }
        _ => false,
    }
}

fn within(number: &str, most: u32) -> bool {
    let plain = !number.starts_with('0') && number.bytes().all(|b| b.is_ascii_digit());
    plain && number.parse().is_ok_and(|n: u32| n <= most)
}

/// The frame whose code somebody probably meant: it begins as one does, and goes on with
/// what is no word.
fn looks_like(code: &str) -> Option<Frame> {
    let upper = code.to_uppercase();
    if upper.starts_with("CCSS") {
        // Those for mathematics are none of ours.
        return (!upper.contains("MATH")).then_some(Frame::CommonCore);
    }
    let mut parts = upper
        .split(['.', ' ', '_', '/'])
        .filter(|part| !part.is_empty());
    let (first, second) = (parts.next()?, parts.next()?);
    let digit = second.starts_with(|c: char| c.is_ascii_digit());
    if LITERACY.contains(&first) && digit {
        return Some(Frame::CommonCore);
    }
    let long = |strand: &str| strand.len() > 1 && LANGUAGE.contains(&strand);
    let dotted = upper.starts_with(&format!("{first}.")) && !code.contains(' ');
    if digit && dotted && (long(first) || LANGUAGE.contains(&first)) {
        return Some(Frame::CommonCore);
    }
    let subject = |part: &str| {
        let known = |(name, _): &(&str, u32)| part.starts_with(&name.to_uppercase());
        SUBJECTS.iter().any(known)
    };
    let dimension = matches!(first, "D1" | "D2" | "D3" | "D4");
    (dimension && (digit || subject(second))).then_some(Frame::C3)
}

/// A code with its dashes, gaps and capitals put right.
fn tidied(code: &str) -> String {
    let dashes = code
        .replace(['–', '—', '‑', '−'], "-")
        .replace(['_', '/'], ".");
    let words: Vec<&str> = dashes.split_whitespace().collect();
    let whole = words.join(".").replace(".-", "-").replace("-.", "-");
    let parts: Vec<String> = whole
        .split('.')
        .filter(|part| !part.is_empty())
        .map(cased)
        .collect();
    parts.join(".")
}

fn cased(part: &str) -> String {
    let upper = part.to_uppercase();
    let known = |name: &&str| name.to_uppercase() == upper;
    let subjects = SUBJECTS.iter().map(|(name, _)| name);
    let other = ["CCSS", "ELA-LITERACY", "D1", "D2", "D3", "D4", "K", "K-2"];
    let strands = LITERACY.iter().chain(LANGUAGE).chain(subjects).copied();
    let mut names = strands.chain(other);
    names
        .find(known)
        .map_or_else(|| part.to_lowercase(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_the_known_frames_are_known() {
        for code in [
            "RH.9-10.6",
            "RH.11-12.10",
            "WHST.9-10.1a",
            "WHST.6-8.2.b",
            "SL.9-10.1",
            "RI.8.3",
            "W.K.1",
            "CCSS.ELA-LITERACY.RH.9-10.6",
        ] {
            assert_eq!(
                recognise(code),
                Recognised::Code(Frame::CommonCore),
                "{code}"
            );
        }
        for code in [
            "D2.His.11.9-12",
            "D2.Civ.10.6-8",
            "D1.5.9-12",
            "D3.1.K-2",
            "D4.8.3-5",
        ] {
            assert_eq!(recognise(code), Recognised::Code(Frame::C3), "{code}");
        }
    }

    #[test]
    fn slips_are_told_with_what_was_meant() {
        let meant = |code: &str| match recognise(code) {
            Recognised::Malformed(_, meant) => meant,
            other => panic!("{code}: {other:?}"),
        };
        assert_eq!(meant("RH.9–10.6").as_deref(), Some("RH.9-10.6"));
        assert_eq!(meant("rh.9-10.6").as_deref(), Some("RH.9-10.6"));
        assert_eq!(meant("RH 9-10.6").as_deref(), Some("RH.9-10.6"));
        assert_eq!(meant("d2.his.11.9-12").as_deref(), Some("D2.His.11.9-12"));
        assert_eq!(meant("D2.Hist.11.9-12"), None);
        assert_eq!(meant("RH.10.6"), None);
        assert_eq!(meant("RH.9-10.11"), None);
        assert_eq!(meant("D3.5.9-12"), None);
        assert_eq!(meant("D2.His.11"), None);
    }

    #[test]
    fn others_are_left_alone() {
        for code in [
            "AC9HH10S03",
            "Lehrplan PLUS, Geschichte 10.2",
            "Reading historical sources",
            "W. 3rd unit",
            "L 1 French",
            "D2 road map",
            "CCSS.MATH.CONTENT.3.OA.A.1",
        ] {
            assert_eq!(recognise(code), Recognised::Other, "{code}");
        }
    }
}
