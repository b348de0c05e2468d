//! Words of the pages on which the events of a large timeline stand, in Ukrainian.

use crate::words::Archive;

pub(super) const ARCHIVE: Archive = Archive {
    all: "Усі події",
    all_after_name: "усі події",
    all_by_year: "Усі події за роками",
    counted: "Поруч указано кількість подій.",
    months: "Місяці",
    to_come: "Попереду",
    latest: "Останні події",
    more_said_of_them: "Тут лише про останні події; що кажуть про інші, див. на їхніх сторінках.",
    claims_of_actor: "Під подією – те, що каже ця дійова особа.",
    claims_of_report: "Під подією – твердження, які наводить ця публікація.",
    way: "Шлях до цієї сторінки",
};
