//! The words around the events, in Ukrainian.

use super::archive::ARCHIVE;
use super::builder::BUILDER;
use super::cite::CITE;
use super::downloads::DOWNLOADS;
use super::grammar::{Case, list};
use super::lessons::LESSONS;
use super::lists::LISTS;
use super::practice::PRACTICE;
use super::{NOTATION, Ukrainian, date::year_name, number, term};
use crate::edtf::{Day, Edtf};
use crate::schema::{
    ActorKind, Comparator, CorrectionKind, Family, Figure, Hedge, Kind, RelationKind, Role,
    SourceType, Status,
};
use crate::words::{
    Changes, Counted, Find, Follow, Interface, Language, Overview, Share, Standing, Then, Words,
};

static INTERFACE: Interface = Interface {
    skip_to_content: "Перейти до основного вмісту",
    main_navigation: "Основна",
    timeline: "Хронологія",
    accounts: "Де версії розходяться",
    actors: "Дійові особи",
    topics: "Теми",
    sources: "Джерела",
    generated: "Створено за допомогою Dateline",
    years: "Роки",
    date_not_given: "Дату не вказано",
    last_report: "Остання публікація",
    not_before: "не раніше",
    no_report: "публікацій не названо",
    accounts_differ: "версії розходяться",
    when: "Коли",
    as_the_report_says: "у публікації",
    place: "Де",
    status: "Статус",
    who: "Хто",
    about: "Про що",
    claims: "Хто що каже",
    claims_lead: "Кожне твердження подано разом із тим, хто його висловив, та публікаціями, які про нього повідомляють. Публікації, що спираються одна на одну, вважаємо одним незалежним джерелом.",
    said: "сказано",
    day_not_given: "день не вказано",
    figure: "Показник",
    reported_by: "Хто повідомляє",
    which_had_it_from: "звідки це відомо",
    one_of_these: "відомо з одного з цих джерел",
    origin: "початкове джерело",
    origin_not_stated: "не зазначає, звідки це відомо",
    in_its_own_voice: "від власного імені",
    link_to_claim: "Посилання на це твердження",
    what_is_said: "Що кажуть",
    who_says_so: "Хто це каже",
    how_it_reached_us: "Як це стало відомо",
    also_told_otherwise: "наводять по-різному",
    differ_here: "Версії, що розходяться",
    differ_here_lead: "Їх подано поруч – із зазначенням, хто що каже. Жодна з них не належить самій хронології.",
    stands_to_others: "Як співвідноситься з іншими твердженнями",
    note: "Примітка",
    history: "Як змінювався план",
    history_lead: "Що про це було відомо, від найдавнішого до найновішого.",
    as_of: "Станом на",
    date_then: "Названа дата",
    reported_in: "Хто повідомляє",
    now: "Поточний запис",
    left_open: "Що публікації лишають нез’ясованим",
    corrections: "Виправлення",
    reports: "Публікації",
    published: "опубліковано",
    by: "авторство",
    previous: "Раніше",
    next: "Пізніше",
    events: "Події",
    part_of: "Належність",
    parts: "До складу входять",
    roles: "Посади",
    also_called: "Також згадується як",
    country: "Країна",
    their_claims: "Заяви й твердження",
    said_of_them: "Що кажуть інші",
    said_of_them_lead: "Твердження інших про події, названі вище.",
    as_who: "роль:",
    told_first: "Про що тут повідомлено вперше",
    told_first_lead: "Жодна з прочитаних для цієї хронології публікацій не повідомила про ці події раніше.",
    outlet: "Видання",
    outlet_not_named: "не вказано",
    address: "Адреса",
    archived: "Архівна копія",
    retrieved: "переглянуто",
    known_through: "Відомо лише через",
    known_through_others: "Відомі лише через ці публікації",
    relays: "Що переказує",
    relayed_by: "Де переказано",
    carried_claims: "Про які твердження повідомляє",
    claims_page_lead: "Там, де версії розходяться, їх подано поруч – із зазначенням, хто що каже. Жодна з них не належить самій хронології.",
    denied: "Заперечення",
    denied_lead: "Кожне заперечення – поруч із тим, що воно заперечує.",
    disputed: "Версії, що суперечать одна одній",
    disputed_lead: "Подано обидві: публікації не дають змоги встановити, яка з них правильна.",
    figures: "Показники, що різняться",
    figures_lead: "Той самий показник – так, як його наводять різні особи та публікації.",
    wordings: "Те саме іншими словами",
    wordings_lead: "Те саме питання, але з іншим охопленням, за інший період або в інших формулюваннях.",
    put_as: "Як подано",
    without_qualifier: "як точне число",
    value: "Значення",
    period: "Період",
    speaker: "Хто каже",
    none_yet: "Немає.",
    page_not_found: "Такої сторінки немає",
    page_not_found_lead: "Можливо, в адресі є помилка або сторінку перенесено. Усе, що є на сайті, можна знайти в хронології.",
    wikidata: "Вікідані",
    quote_open: "«",
    quote_close: "»",
    quote_open_inside: "„",
    quote_close_inside: "“",
    cite: CITE,
    lessons: LESSONS,
    builder: BUILDER,
    downloads: DOWNLOADS,
    lists: LISTS,
    practice: PRACTICE,
    find: FIND,
    share: Share {
        embed: "Вбудувати на свій сайт",
        embed_lead: "Вставте цей код на свою сторінку: у рамці з’явиться те, що подано тут, із посиланнями, які ведуть сюди.",
        code_to_paste: "Код для вставлення",
        open_timeline: "Відкрити всю хронологію",
        open_event: "Хто це каже та в яких публікаціях про це йдеться",
        not_shown: "Тут не показано:",
        from_timeline: "З хронології",
        one_file: "Уся хронологія в одному файлі, якому не потрібні ні інші файли, ні мережа.",
    },
    changes: Changes {
        title: "Зміни",
        lead: "Що публікації кожного дня додали до відомого, що підтвердили, що заперечили, які дати змінили – і що виправлено тут. Найновіший день – угорі.",
        none: "Змін, день яких відомий, ще немає.",
        days: "Дні",
        earlier: "Раніші зміни",
        latest: "Останні зміни",
        reports_of_the_day: "Публікації цього дня",
        first_told: "Повідомлено вперше",
        more_told: "нові подробиці",
        added: "додано",
        moved: "перенесено",
        turned: "змінено статус",
        contradicted: "заперечено",
        confirmed: "підтверджено",
        corrected: "виправлено",
        was: "було:",
        now: "тепер:",
        told_in: "Де повідомлено:",
        other_figures: "інші числа",
        second_origin: "друге незалежне джерело",
        new: "Нове після вашого попереднього візиту",
        since_last_visit: "після вашого попереднього візиту",
        more_than: "більше ніж",
        late_since_last_visit: "Після вашого попереднього візиту до раніших днів додано нове",
        mark_new: "Позначати те, що з’явилося після мого попереднього візиту",
        mark_new_note: "День, який ви бачили останнім, зберігається лише в цьому браузері. Дані нікуди не надсилаються.",
    },
    follow: Follow {
        follow: "Стежити",
        data: "Дані",
        calendar: "Календар",
        table_of_events: "події (CSV)",
        table_of_claims: "твердження (CSV)",
        add_to_calendar: "Додати до календаря",
        date_not_certain: "дата неточна",
    },
    archive: ARCHIVE,
    overview: Overview {
        label: "Події на шкалі часу; нижче їх усі подано списком",
        others: "Інші",
        alone: "Події",
        planned: "заплановано, ще не відбулося",
        skip: "Пропустити схему",
        vague: "дата неточна: десь у цих межах",
        doubted: "дата непевна або приблизна",
        note: "Позначка на доріжці – подія за участю цієї дійової особи або тих, хто до неї належить; тонка лінія з’єднує позначки однієї події. Де подій багато, час розтягнуто.",
        undrawn: "Подій, які не можна нанести на шкалу",
    },
    standing: Standing {
        known: "Що відомо",
        known_lead: "Це підтверджують щонайменше два незалежні джерела, і ніхто цього не заперечує.",
        known_none: "Поки що нічого не підтвердили два незалежні джерела.",
        all_known: "Усе, що підтверджують щонайменше два джерела",
        disputed: "Що лишається спірним",
        disputed_none: "Жодна версія не заперечує іншої й не суперечить їй.",
        all_disputed: "Де версії розходяться",
        figures_differ: "наводять по-різному",
        next: "Що далі",
        next_none: "Про плани не повідомляють.",
        later: "Пізніше",
    },
    then: Then {
        label: "Що й коли було відомо",
        lead: "Лише те, про що публікації повідомили до кінця відповідного дня. Кожен заголовок веде до події в тому вигляді, в якому її відомо тепер.",
        days: "Дні, коли виходили публікації",
        back_to_now: "Станом на зараз",
        some: "Останні на той час події та ті, що ще мали відбутися.",
        claims: "Хто що казав – за повідомленнями на той час",
        built: "Увесь сайт показує лише те, про що повідомили на той час.",
    },
};

const FIND: Find = Find {
    label: "Пошук подій",
    open: "Фільтри й пошук",
    search: "Пошук",
    kind: "Вид",
    narrow: "Шукати в цьому переліку",
    from: "Від",
    to: "До",
    span_hint: "Подію, точний день якої невідомий, враховано, якщо вона могла відбутися в цих межах.",
    all: "Усі події: {total}",
    shown: "Показано подій: {shown} із {total}",
    found: "Знайдені події",
    part: "Перші {shown} із {total} у порядку часу",
    more: "Показати ще {number}",
    none: "Жодна подія не відповідає всім умовам. Приберіть щось угорі або шукайте за меншою кількістю слів чи лише за їхнім початком.",
    clear: "Скинути все",
    remove: "Прибрати: {filter}",
    quoted: "«{words}»",
    failed: "Не вдалося завантажити потрібні дані. Оновіть сторінку, щоб спробувати ще раз.",
    known_now: "Станом на зараз",
    now: "зараз",
    known_page: "Усі сторінки станом на той день",
    locale: "uk-UA",
};

impl Words for Ukrainian {
    fn interface(&self) -> &'static Interface {
        &INTERFACE
    }

    fn count(&self, number: usize, what: Counted) -> String {
        let forms = match what {
            Counted::Events => ["подія", "події", "подій"],
            Counted::Claims => ["твердження", "твердження", "тверджень"],
            Counted::Reports => ["публікація", "публікації", "публікацій"],
            Counted::Origins => [
                "незалежне джерело",
                "незалежні джерела",
                "незалежних джерел",
            ],
            Counted::Actors => ["дійова особа", "дійові особи", "дійових осіб"],
            Counted::Sources => ["джерело", "джерела", "джерел"],
            Counted::Changes => ["зміна", "зміни", "змін"],
            Counted::Minutes => ["хвилина", "хвилини", "хвилин"],
            Counted::Figures => ["число", "числа", "чисел"],
        };
        number::count(number, forms)
    }

    fn number(&self, number: usize) -> String {
        NOTATION.write(&number.to_string())
    }

    fn and_more(&self, number: usize) -> String {
        format!("і ще {}", self.number(number))
    }

    fn latest_of(&self, shown: usize, all: usize, what: Counted) -> String {
        let all = self.count(all, what);
        format!(
            "Усього {all}. Тут останні {}, найновіші спочатку.",
            self.number(shown)
        )
    }

    fn next_of(&self, shown: usize, all: usize, what: Counted) -> String {
        let all = self.count(all, what);
        format!("Усього {all}. Тут найближчі {}.", self.number(shown))
    }

    fn kind(&self, kind: Kind) -> &'static str {
        match kind.word {
            "call" => "Дзвінок",
            "visit" => "Візит",
            "meeting" => "Зустріч",
            "summit" => "Саміт",
            "negotiation" => "Переговори",
            "statement" => "Заява",
            "disclosure" => "Оприлюднення",
            "warning" => "Застереження",
            "threat" => "Погроза",
            "sanction-threat" => "Погроза санкціями",
            "accusation" => "Звинувачення",
            "criticism" => "Критика",
            "investigation" => "Розслідування",
            "denial" => "Заперечення",
            "rejection" => "Відмова",
            "request" => "Прохання",
            "pledge" => "Обіцянка",
            "agreement" => "Домовленість",
            "endorsement" => "Підтримка",
            "cooperation" => "Співпраця",
            "aid" => "Допомога",
            "sanction" => "Санкції",
            "easing" => "Послаблення",
            "force" => "Військові дії",
            "other" => "Інше",
            other => other,
        }
    }

    fn status(&self, status: Status) -> &'static str {
        match status {
            Status::Planned => "заплановано",
            Status::Confirmed => "підтверджено",
            Status::Happened => "відбулося",
            Status::Postponed => "відкладено",
            Status::Cancelled => "скасовано",
        }
    }

    fn role(&self, role: Role) -> &'static str {
        match role {
            Role::Caller => "ініціатор дзвінка",
            Role::Counterpart => "співрозмовник",
            Role::Visitor => "гість",
            Role::Host => "приймальна сторона",
            Role::Speaker => "автор заяви",
            Role::Addressee => "адресат",
            Role::Participant => "учасник",
            Role::Initiator => "ініціатор",
            Role::Target => "об’єкт дій",
            Role::Beneficiary => "отримувач",
            Role::Mediator => "посередник",
            Role::Subject => "про кого йдеться",
        }
    }

    fn relation(&self, kind: RelationKind) -> &'static str {
        match kind {
            RelationKind::Denies => "заперечує",
            RelationKind::Disputes => "суперечить",
            RelationKind::Restates => "каже те саме іншими словами",
            RelationKind::Narrows => "звужує",
            RelationKind::Broadens => "розширює",
            RelationKind::Supersedes => "замінює",
            RelationKind::Confirms => "підтверджує",
        }
    }

    // «Заперечує Білий дім» would be what the White House denies.
    fn relation_to(&self, kind: RelationKind) -> &'static str {
        match kind {
            RelationKind::Denies => "заперечує таке:",
            RelationKind::Disputes => "суперечить такому:",
            RelationKind::Restates => "те саме іншими словами:",
            RelationKind::Narrows => "звужує таке:",
            RelationKind::Broadens => "розширює таке:",
            RelationKind::Supersedes => "замінює таке:",
            RelationKind::Confirms => "підтверджує таке:",
        }
    }

    fn relation_from(&self, kind: RelationKind) -> &'static str {
        match kind {
            RelationKind::Denies => "заперечення:",
            RelationKind::Disputes => "суперечить такому:",
            RelationKind::Restates => "те саме іншими словами:",
            RelationKind::Narrows => "вужче твердження:",
            RelationKind::Broadens => "ширше твердження:",
            RelationKind::Supersedes => "замінено таким:",
            RelationKind::Confirms => "підтвердження:",
        }
    }

    fn actor_kind(&self, kind: ActorKind) -> &'static str {
        match kind {
            ActorKind::Person => "Особа",
            ActorKind::Government => "Уряд",
            ActorKind::Ministry => "Міністерство чи відомство",
            ActorKind::Organisation => "Організація",
            ActorKind::Company => "Компанія",
        }
    }

    fn actor_kinds(&self, kind: ActorKind) -> &'static str {
        match kind {
            ActorKind::Person => "Особи",
            ActorKind::Government => "Уряди",
            ActorKind::Ministry => "Міністерства й відомства",
            ActorKind::Organisation => "Організації",
            ActorKind::Company => "Компанії",
        }
    }

    fn term(&self, from: Option<&Edtf>, to: Option<&Edtf>) -> Option<String> {
        term(from, to)
    }

    fn source_type(&self, source_type: SourceType) -> &'static str {
        match source_type {
            SourceType::Reportage => "Журналістський матеріал",
            SourceType::Analysis => "Аналітика",
            SourceType::Aggregation => "Огляд інших публікацій",
            SourceType::Primary => "Першоджерело",
        }
    }

    fn correction(&self, kind: CorrectionKind) -> &'static str {
        match kind {
            CorrectionKind::Correction => "Виправлення",
            CorrectionKind::Update => "Оновлення",
            CorrectionKind::Clarification => "Уточнення",
        }
    }

    fn hedge(&self, hedge: Hedge) -> Option<&'static str> {
        match hedge {
            Hedge::None => None,
            Hedge::Likely => Some("подано як імовірне, а не як певне"),
            Hedge::Approximately => Some("подано як приблизне"),
        }
    }

    fn comparator(&self, comparator: Comparator) -> &'static str {
        number::comparator(comparator)
    }

    fn figure(&self, figure: &Figure) -> String {
        number::figure(figure)
    }

    fn difference(&self, values: &[String], put: &[Comparator], periods: &[String]) -> String {
        number::difference(values, put, periods)
    }

    fn all_of(&self, total: usize) -> String {
        format!("Усі {}", NOTATION.write(&total.to_string()))
    }

    fn page_of(&self, number: usize, total: usize) -> String {
        format!("сторінка {number} з {total}")
    }

    fn more(&self, number: usize) -> String {
        format!("ще {}", NOTATION.write(&number.to_string()))
    }

    fn year(&self, year: i64) -> String {
        match year {
            1000..=9999 => year.to_string(),
            _ => year_name(year, Case::Nominative),
        }
    }

    fn in_year(&self, year: i64) -> String {
        self.sentence(&year_name(year, Case::When))
    }

    fn month(&self, year: i64, month: u8) -> String {
        let of_year = year_name(year, Case::Genitive);
        self.sentence(&format!("{} {of_year}", self.month_name(month)))
    }

    fn weekdays(&self) -> [&'static str; 7] {
        [
            "понеділок",
            "вівторок",
            "середа",
            "четвер",
            "п’ятниця",
            "субота",
            "неділя",
        ]
    }

    fn family(&self, family: Family) -> &'static str {
        match family {
            Family::Talks => "розмови та візити",
            Family::Words => "заяви",
            Family::Pressure => "застереження, звинувачення, заперечення",
            Family::Agreement => "домовленості та допомога",
            Family::Force => "санкції, розслідування, військові дії",
            Family::Other => "інше",
        }
    }

    fn events_of(&self, number: usize, whose: &str, when: &str) -> String {
        format!("{}: {whose}, {when}", self.count(number, Counted::Events))
    }

    fn as_known_on(&self, day: Day, sure: bool) -> String {
        let limit = if sure { "" } else { "щонайраніше " };
        format!("Станом {limit}на {}", self.day(day))
    }

    fn list(&self, names: &[&str]) -> String {
        list(names, "та")
    }

    // Unicode has the letters that only Ukrainian has after all the others.
    fn sort_key(&self, name: &str) -> String {
        const ALPHABET: &str = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя";
        let in_order = |letter: char| {
            let place = ALPHABET.chars().position(|other| other == letter);
            let place = place.and_then(|place| u32::try_from(place).ok());
            place
                .and_then(|place| char::from_u32(u32::from('а') + place))
                .unwrap_or(letter)
        };
        name.to_lowercase().chars().map(in_order).collect()
    }
}
