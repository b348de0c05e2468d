//! What is said where activities are done on a lesson's page, in English.

use crate::words::Practice;

pub(super) const PRACTICE: Practice = Practice {
    note: "What has a button “Check” can be done here, for practice and not for marks: whoever looks into the code of the page finds the answers. What you do is sent to nobody, and kept in this tab alone.",
    check: "Check",
    show_answers: "Show the answers",
    hide_answers: "Hide the answers",
    answers_shown: "The answers are shown.",
    start_again: "Start again",
    started_again: "All is as it was at the start.",
    right: "Right",
    not_yet: "Not yet",
    not_answered: "Not answered yet",
    nothing_answered: "Nothing is answered yet.",
    result: "Try {tries}: {right} of {total} right.",
    left: "Not answered yet: {open}.",
    all_right: "Try {tries}: all right, {total} of {total}.",
    to_first: "Go to the first that is not right",
    answer: "Answer",
    choose_speaker: "Choose who says it",
    several: "Choose all that are right.",
    own_words: "The other questions ask for your own words. They are on paper:",
    how_to_order: "What came first belongs at the top. Move a card with its buttons, with the arrow keys, or by dragging it.",
    earlier: "Earlier",
    later: "Later",
    place: "{card}: place {place} of {total}",
    too_early: "Too early: something further down came before it.",
    not_in_order: "Try {tries}: not in order yet. Too early: {wrong} of {total}.",
    in_order: "Try {tries}: all in order.",
    other_orders: "Other orders are right too, where the reports leave open what came first.",
    order: "In the order of time",
};
