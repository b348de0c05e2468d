//! What is said on the pages of long lists, in Ukrainian.

use crate::words::Lists;

pub(super) const LISTS: Lists = Lists {
    pages: "Сторінки",
    continued: "продовження",
    among_them: "серед них",
    latest: "Останні",
    most_events: "Ті, що мають найбільше подій",
    by_year: "За роком публікації",
    months: "Місяці",
    later: "Пізніше",
    earlier: "Раніше",
    calendar: "Те, що ще попереду, й останні події перед тим. Усі події є в хронології.",
};
