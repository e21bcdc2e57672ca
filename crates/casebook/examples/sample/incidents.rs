//! Two invented incidents at real places, told by outlets that do not agree, and one report that tries
//! everything a hostile page may try. Nothing here happened.

use crate::maker::{Maker, metadata, report, shaped, town};
use ascribe_model::{
    Claim, Count, Harm, Metadata,
    PassageKind::{self, Body, Caption, Comment, Furniture, Heading, Title},
    Place, PlaceKind, Report, Role, Shape, Side, Stance, Status,
};

type Filed = (Report, Vec<Claim>);

/// All reports in the order of publication.
pub fn all() -> Vec<Filed> {
    vec![wire(), agency(), observers(), copy(), army(), armed_group(), hostile(), corrected_wire()]
}

fn market_town() -> Place {
    town("Maarrat Misrin", 36.0115, 36.6731, "Idlib", "SY")
}

/// Southwest of the town: a quarter of a disc of 12 km.
fn southwest_of_town() -> Place {
    let (lat, lon) = (36.0115_f64, 36.6731_f64);
    let mut ring = vec![[lon, lat]];
    for degrees in (180..=270).step_by(10) {
        let angle = f64::from(degrees).to_radians();
        ring.push([lon + 12.0 / 90.0 * angle.cos(), lat + 12.0 / 111.3 * angle.sin()]);
    }
    ring.push([lon, lat]);
    let centre = Place { lat: Some(lat - 0.04), lon: Some(lon - 0.05), ..market_town() };
    shaped(centre, PlaceKind::Area, Shape::Area { rings: vec![ring], radius_km: 3.0 })
}

fn desert_road() -> Place {
    let path = vec![[-0.04, 16.27], [0.35, 16.93], [0.86, 17.55], [1.41, 18.44]];
    let middle = town("Anefis", 17.55, 0.86, "Kidal", "ML");
    shaped(middle, PlaceKind::Line, Shape::Line { path, radius_km: 4.0 })
}

const WIRE_LEAD: &str = "An air strike on a vegetable market in Maarrat Misrin killed at least 14 people on Tuesday, \
     the Northern Relief Network said, as fighting went on in the northwest of the country.";
const WIRE_ARMY: &str = "State television denied that aircraft had been over the town and said the army had shelled \
     “terrorist positions” southwest of Maarrat Misrin.";

fn wire() -> Filed {
    wire_text("wire-market", "killed at least 14 people", Count::at_least(14), "")
}

/// The same story an hour later, with another toll: it becomes a second version.
fn corrected_wire() -> Filed {
    let note =
        "The toll in the first paragraph was raised after the bodies of three more victims were found.";
    wire_text("wire-market", "killed at least 17 people", Count::at_least(17), note)
}

fn wire_text(id: &str, toll: &str, count: Count, note: &str) -> Filed {
    let title = "Strike on market in northwest Syria kills civilians, relief group says";
    let lead = WIRE_LEAD.replace("killed at least 14 people", toll);
    let furniture = "Subscribe to our newsletter · Share · Print";
    let mut passages = vec![
        (Title, title),
        (PassageKind::Metadata, "By a correspondent in Reyhanli — 15 May 2018"),
        (Body, lead.as_str()),
        (Body, WIRE_ARMY),
        (Body, "Neither account could be verified independently."),
    ];
    if !note.is_empty() {
        passages.push((Body, note));
    }
    passages.push((Furniture, furniture));
    let mut made = report(id, metadata(title, "Meridian Wire", "2018-05-15"), &passages);
    made.url = Some("https://wire.example/2018/05/15/market".into());
    let strike = Maker::new(&made, "airstrike", &lead, "air strike")
        .event("market")
        .source("Northern Relief Network", Side::Ngo, "Northern Relief Network")
        .actor(Role::Target, "people", Side::Civilian, "people")
        .effect(Harm::Killed, "people", Side::Civilian, count, toll)
        .place("in", &market_town())
        .time("Tuesday", "2018-05-15", "2018-05-15")
        .means("aircraft")
        .stance(Stance::Doubted, "Neither account could be verified independently.")
        .done();
    let denial = Maker::new(&made, "airstrike", WIRE_ARMY, "aircraft")
        .event("market")
        .status(Status::Denied)
        .source("State television", Side::State, "State television")
        .done();
    let shelling = Maker::new(&made, "shelling", WIRE_ARMY, "shelled")
        .event("shelling")
        .source("State television", Side::State, "State television")
        .actor(Role::Agent, "army", Side::State, "army")
        .actor(Role::Target, "terrorist positions", Side::Unknown, "terrorist positions")
        .place("southwest of", &southwest_of_town())
        .means("artillery")
        .done();
    (made, vec![strike, denial, shelling])
}

fn agency() -> Filed {
    let title = "Army artillery destroys terrorist depots in Idlib countryside";
    let lead = "Army artillery on Tuesday destroyed two depots of terrorist groups southwest of Maarrat Misrin and \
         killed up to 30 militants, a military source told the agency.";
    let denial = "The source dismissed as fabricated what it called “reports about an alleged air strike on a market”.";
    let made = report(
        "agency-depots",
        metadata(title, "Capital News Agency", "2018-05-16"),
        &[(Title, title), (Body, lead), (Body, denial), (Furniture, "Follow us on all channels")],
    );
    let shelling = Maker::new(&made, "shelling", lead, "artillery")
        .event("shelling")
        .source("military source", Side::State, "military source")
        .actor(Role::Agent, "Army", Side::State, "Army")
        .actor(Role::Target, "terrorist groups", Side::Unknown, "terrorist groups")
        .effect(Harm::Destroyed, "depots", Side::Unknown, Count::exactly(2), "two depots")
        .effect(Harm::Killed, "militants", Side::Unknown, Count::at_most(30), "up to 30 militants")
        .place("southwest of", &southwest_of_town())
        .time("on Tuesday", "2018-05-15", "2018-05-15")
        .means("artillery")
        .done();
    let denied = Maker::new(&made, "airstrike", denial, "air strike")
        .event("market")
        .status(Status::Denied)
        .source("military source", Side::State, "The source")
        .done();
    (made, vec![shelling, denied])
}

fn observers() -> Filed {
    let title = "Daily bulletin of the Orontes Observatory, 16 May";
    // Letters outside ASCII, of two, three and four bytes, stand before the claims: offsets must count
    // characters.
    let greeting = "Тихо · هدوء حذر · 🕊️ — calm returned to most fronts overnight.";
    let lead = "Warplanes struck the market of Maarrat Misrin on 15 May; the Orontes Observatory documented by name \
         the death of 17 civilians, among them 5 children, and the injury of dozens.";
    let clash =
        "Fighters who fired mortars from the southwest of the town lost 6 men in the shelling that followed.";
    let made = report(
        "observatory-bulletin",
        metadata(title, "Orontes Observatory", "2018-05-16"),
        &[
            (Title, title),
            (Heading, "Idlib"),
            (Body, greeting),
            (Body, lead),
            (Body, clash),
            (Comment, "at least 200 died, everybody here knows it"),
        ],
    );
    let strike = Maker::new(&made, "airstrike", lead, "struck")
        .event("market")
        .actor(Role::Agent, "Warplanes", Side::Unknown, "Warplanes")
        .actor(Role::Target, "civilians", Side::Civilian, "civilians")
        .effect(Harm::Killed, "civilians", Side::Civilian, Count::exactly(17), "death of 17 civilians")
        .effect(Harm::Injured, "civilians", Side::Civilian, Count::at_least(24), "injury of dozens")
        .place("in", &market_town())
        .time("on 15 May", "2018-05-15", "2018-05-15")
        .means("aircraft")
        .done();
    let shelling = Maker::new(&made, "shelling", clash, "shelling")
        .event("shelling")
        .actor(Role::Target, "Fighters", Side::Rebel, "Fighters")
        .effect(Harm::Killed, "fighters", Side::Rebel, Count::exactly(6), "lost 6 men")
        .done();
    (made, vec![strike, shelling])
}

/// A partisan site that took the wire's story over, with a donation bar and comments.
fn copy() -> Filed {
    let title = "Another market, another story";
    let made = report(
        "copy-market",
        Metadata {
            original_publisher: Some("Meridian Wire".into()),
            originally_published: crate::maker::day("2018-05-15"),
            ..metadata(title, "The Free Lantern", "2018-05-19")
        },
        &[
            (Title, title),
            (PassageKind::Metadata, "The original source of this article is Meridian Wire, 15 May 2018"),
            (Body, WIRE_LEAD),
            (Furniture, "GOAL: $40,000 — WE HAVE RAISED $12,710. CLICK TO DONATE"),
            (Comment, "Who profits from killing 14 people at a market? Ask yourself."),
        ],
    );
    let strike = Maker::new(&made, "airstrike", WIRE_LEAD, "air strike")
        .event("market")
        .source("Northern Relief Network", Side::Ngo, "Northern Relief Network")
        .actor(Role::Target, "people", Side::Civilian, "people")
        .effect(Harm::Killed, "people", Side::Civilian, Count::at_least(14), "killed at least 14 people")
        .place("in", &market_town())
        .time("Tuesday", "2018-05-15", "2018-05-15")
        .means("aircraft")
        .done();
    (made, vec![strike])
}

fn army() -> Filed {
    let title = "Four soldiers killed in ambush on supply convoy";
    let lead = "Four soldiers were killed and eleven wounded on Saturday when gunmen ambushed a supply convoy near Anefis, \
         the army said in a statement.";
    let answer = "About 20 assailants were neutralized, the statement added.";
    let made = report(
        "army-convoy",
        metadata(title, "Sahel Tribune", "2018-06-03"),
        &[(Title, title), (Body, lead), (Body, answer), (Caption, "An army truck, file picture")],
    );
    let road = desert_road();
    let ambush = Maker::new(&made, "attack", lead, "ambushed")
        .event("convoy")
        .source("army", Side::State, "army")
        .actor(Role::Agent, "gunmen", Side::Unknown, "gunmen")
        .actor(Role::Target, "soldiers", Side::State, "soldiers")
        .effect(Harm::Killed, "soldiers", Side::State, Count::exactly(4), "Four soldiers were killed")
        .effect(Harm::Injured, "soldiers", Side::State, Count::exactly(11), "eleven wounded")
        .place("near", &road)
        .time("on Saturday", "2018-06-02", "2018-06-02")
        .done();
    let losses = Maker::new(&made, "attack", answer, "neutralized")
        .event("convoy")
        .source("army", Side::State, "the statement")
        .actor(Role::Target, "assailants", Side::Unknown, "assailants")
        .effect(Harm::Casualties, "assailants", Side::Unknown, Count::exactly(20), "About 20 assailants")
        .done();
    (made, vec![ambush, losses])
}

fn armed_group() -> Filed {
    let title = "Armed group claims attack on convoy in northern Mali";
    let lead = "The Banner of the Dunes claimed on Sunday to have killed 29 soldiers and burnt six vehicles on the road \
         between Gao and Kidal.";
    let doubt = "The figures were not confirmed, and the group has inflated its claims before.";
    let talks = "Elders of the region are expected to meet both sides in Anefis next week.";
    let made = report(
        "group-convoy",
        metadata(title, "Continent Today", "2018-06-03"),
        &[(Title, title), (Body, lead), (Body, doubt), (Body, talks)],
    );
    let claimed = Maker::new(&made, "attack", lead, "killed")
        .event("convoy")
        .source("Banner of the Dunes", Side::Jihadist, "Banner of the Dunes")
        .actor(Role::Agent, "Banner of the Dunes", Side::Jihadist, "Banner of the Dunes")
        .actor(Role::Target, "soldiers", Side::State, "soldiers")
        .effect(Harm::Killed, "soldiers", Side::State, Count::exactly(29), "29 soldiers")
        .effect(Harm::Destroyed, "vehicles", Side::State, Count::exactly(6), "burnt six vehicles")
        .place("between", &Place { text: "Gao".into(), ..desert_road() })
        .responsibility("Banner of the Dunes")
        .stance(Stance::Doubted, doubt)
        .done();
    let meeting = Maker::new(&made, "talks", talks, "meet")
        .event("elders")
        .status(Status::Expected)
        .actor(Role::Agent, "Elders", Side::Local, "Elders")
        .place("in", &town("Anefis", 17.55, 0.86, "Kidal", "ML"))
        .time("next week", "2018-06-04", "2018-06-10")
        .done();
    (made, vec![claimed, meeting])
}

/// Text that would do harm if it were taken for anything but text.
fn hostile() -> Filed {
    let title = "<script>document.title='owned'</script> Roundup & more";
    let lead = "A roadside bomb killed <b onmouseover=alert(1)>two</b> police officers in Taiz on 1 June, \
         <img src=x onerror=\"document.title='owned'\"> officials said.";
    let made = report(
        "hostile-markup",
        metadata(title, "javascript:alert(1)", "2018-06-02"),
        &[
            (Title, title),
            (Body, lead),
            (Comment, "</pre><iframe src=\"javascript:alert(1)\"></iframe> \u{202e}sdrawkcab"),
        ],
    );
    let made = Report { url: Some("javascript:document.title='owned'".into()), ..made };
    let bomb = Maker::new(&made, "explosion", lead, "roadside bomb")
        .event("police")
        .source("officials", Side::State, "officials")
        .actor(Role::Target, "police officers", Side::State, "police officers")
        .effect(Harm::Killed, "police officers", Side::State, Count::exactly(2), "two")
        .place("in", &town("Taiz", 13.5795, 44.0209, "Taiz", "YE"))
        .time("on 1 June", "2018-06-01", "2018-06-01")
        .means("ied")
        .done();
    (made, vec![bomb])
}
