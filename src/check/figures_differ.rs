//! Figures of one measure that differ, with no relation between the claims.

use super::Subject;
use crate::diagnostic::{Diagnostic, names};
use crate::model::Differing;

pub(super) fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let groups = subject.relations.groups();
    for (measure, figures) in subject.timeline.figures() {
        let mut differing = Differing::among(figures.iter().map(|(_, figure)| *figure));
        for (key, figure) in &figures {
            // The first with which it does not agree; one word is enough.
            let first = differing.put(figure, groups.get(key).copied());
            let Some((other, _)) = first.and_then(|number| figures.get(number)) else {
                continue;
            };
            let (event, claim) = subject.relations.claim(*key);
            let (other_event, other_claim) = subject.relations.claim(*other);
            let at =
                |n: usize| move |at: &crate::yaml::Path| at.key("claims").item(n).key("figure");
            found.push(
                Diagnostic::new(
                    names::FIGURES_DIFFER,
                    event.origin(at(key.1)),
                    format!("this figure for `{measure}` differs from another, and nothing says how the two stand to each other"),
                )
                .label("differs")
                .related(other_event.origin(at(other.1)), "from this one")
                .help(format!(
                    "say so with a relation, such as `relations: [{{disputes: {}/{}}}]`",
                    other_event.id, other_claim.id,
                ))
                .about(&event.id, Some(&claim.id)),
            );
        }
    }
}
