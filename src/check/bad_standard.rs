//! A standard that looks like a known frame's code, and is none.

use super::Subject;
use crate::diagnostic::{Diagnostic, names};
use crate::schema::{Recognised, recognise};

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for lesson in &subject.timeline.lessons {
        for (n, standard) in lesson.standards.iter().enumerate() {
            let Recognised::Malformed(frame, meant) = recognise(&standard.code) else {
                continue;
            };
            // Of a standard that stands there as a text alone the path ends at the text.
            let origin = lesson.origin(|at| at.key("standards").item(n).key("code"));
            let message = format!("`{}` is no code of the {}", standard.code, frame.name());
            let complaint = Diagnostic::new(names::BAD_STANDARD, origin, message);
            found.push(
                match meant {
                    Some(meant) => complaint.label(format!("did you mean `{meant}`?")),
                    None => complaint.help(format!("its codes look like `{}`", frame.example())),
                }
                .about_lesson(&lesson.id),
            );
        }
    }
}
