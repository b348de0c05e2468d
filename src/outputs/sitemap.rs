//! `sitemap.xml`, which needs absolute addresses: only with a `base_url`.

use super::{File, RenderError};
use crate::schema::Id;
use crate::views::{ChangesPage, Site, absolute, day_path, days_with_pages, lesson_path};

#[allow(clippy::unnecessary_wraps, reason = "every output has this form")]
pub(super) fn output(site: &Site<'_>) -> Result<Vec<File>, RenderError> {
    let Some(base) = &site.timeline.about.base_url else {
        return Ok(Vec::new());
    };
    let timeline = site.timeline;
    let mut paths: Vec<String> = ["", "claims/", "changes/", "actors/", "topics/", "sources/"]
        .map(str::to_owned)
        .into();
    paths.extend(
        ChangesPage::months(site)
            .into_iter()
            .map(|month| format!("changes/{}/", month.folder())),
    );
    let days = days_with_pages(site);
    if !days.is_empty() {
        paths.push("known/".to_owned());
    }
    paths.extend(days.into_iter().map(day_path));
    if !site.lessons.is_empty() {
        paths.push("lessons/".to_owned());
    }
    for plan in &site.lessons {
        let path = lesson_path(&plan.lesson.id);
        paths.push(format!("{path}student/"));
        paths.push(path);
    }
    paths.extend(timeline.events.ids().map(|id| format!("events/{id}/")));
    paths.extend(timeline.actors.ids().map(|id| format!("actors/{id}/")));
    paths.extend(
        site.events_of_topic
            .keys()
            .map(|id| format!("topics/{}/", id.as_str())),
    );
    paths.extend(timeline.sources.ids().map(|id| format!("sources/{id}/")));
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for path in paths {
        // An address has been checked to be one; of what XML reserves it may hold `&`
        // and `'`.
        let address = absolute(base, &path)
            .replace('&', "&amp;")
            .replace('\'', "&apos;");
        xml += &format!("<url><loc>{address}</loc></url>\n");
    }
    xml += "</urlset>\n";
    Ok(vec![File::new("sitemap.xml", xml)])
}
