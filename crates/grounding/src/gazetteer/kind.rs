//! What sort of thing a place is.

use ascribe_model::PlaceKind;

macro_rules! kinds {
    ($($variant:ident = $name:literal, $form:ident, $reach:literal, $words:literal;)*) => {
        /// The kinds of `data/places`, with their default reach.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs)]
        pub enum Kind { #[default] $($variant,)* }

        impl Kind {
            /// All kinds in the order of their bytes.
            pub const ALL: &'static [Kind] = &[$(Kind::$variant,)*];

            /// The word used in data files.
            pub fn name(self) -> &'static str {
                match self { $(Kind::$variant => $name,)* }
            }

            /// Point, line or area.
            pub fn form(self) -> PlaceKind {
                match self { $(Kind::$variant => PlaceKind::$form,)* }
            }

            /// Uncertainty in km where the record does not state its extent.
            pub fn reach_km(self) -> f64 {
                match self { $(Kind::$variant => $reach,)* }
            }

            /// Words in a report that name this kind ("the village of …", "… air base"), `|`-separated.
            pub fn words(self) -> &'static str {
                match self { $(Kind::$variant => $words,)* }
            }
        }
    };
}

kinds! {
    Town = "town", Point, 4.0, "town|city|municipality|capital|towns|cities|port city|settlement|locality|commune";
    Village = "village", Point, 2.0, "village|villages|hamlet|hamlets|farm|farms|canton|caserio|aldea|vereda|settlement|locality|settlements";
    OilField = "oil_field", Point, 8.0, "oil field|oilfield|oil fields|oilfields|field|wells";
    GasField = "gas_field", Point, 8.0, "gas field|gas fields|gas plant|gasfield|field";
    AirBase = "air_base", Point, 3.0, "air base|airbase|military airport|base|military base|airfield|barracks";
    Crossing = "crossing", Point, 2.0, "border crossing|crossing|border post|checkpoint|border gate";
    Camp = "camp", Point, 2.0, "camp|refugee camp|camps|displacement camp";
    PumpingStation = "pumping_station", Point, 2.0, "pumping station|station|t2|t3";
    Mountain = "mountain", Area, 12.0, "mount|mountain|mountains|mt|hill|hills|range|jebel|jabal|heights|volcano|ridge|cerro|massif";
    River = "river", Line, 5.0, "river|rio|river bank|creek|stream|canal";
    Valley = "valley", Area, 20.0, "valley|wadi|plain|basin|gorge";
    Desert = "desert", Area, 75.0, "desert|badia|badiya|steppe";
    Region = "region", Area, 60.0, "region|province|governorate|oblast|state|department|area|zone|countryside|territory|raion|emirate";
    Road = "road", Line, 10.0, "road|highway|motorway|route|bridge";
    District = "district", Area, 15.0, "district|county|raion|subdistrict|tehsil|woreda|municipality|area|agency|upazila";
    Neighbourhood = "neighbourhood", Point, 3.0, "neighbourhood|neighborhood|district|quarter|suburb|colony|barrio|shantytown|area";
    Checkpoint = "checkpoint", Point, 1.0, "checkpoint|roadblock|post";
    Dam = "dam", Point, 2.0, "dam|reservoir|hydroelectric|power plant|power station|plant";
    Airport = "airport", Point, 3.0, "airport|airfield|international airport|aerodrome";
    Sea = "sea", Area, 300.0, "sea|ocean|gulf|strait|bay|waters|coast|channel";
    Lake = "lake", Area, 15.0, "lake|reservoir";
    Island = "island", Area, 15.0, "island|islands|isle|archipelago";
    Border = "border", Line, 10.0, "border|frontier|line|crossing";
    Site = "site", Point, 1.0, "plant|refinery|prison|hospital|square|cathedral|church|mosque|temple|university|station|facility|terminal|port|embassy|market|building|bridge|parliament|hotel|factory|mine|palace|dock|depot|barracks";
    Country = "country", Area, 200.0, "country|nation|republic|kingdom";
    Forest = "forest", Area, 25.0, "forest|jungle|park|reserve|woods";
}

impl Kind {
    /// The kind of that data-file name.
    pub fn parse(name: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|k| k.name() == name)
    }

    /// The byte of compiled records.
    pub fn byte(self) -> u8 {
        self as u8
    }

    /// The kind of that byte; a town for an unknown one.
    pub fn of_byte(byte: u8) -> Kind {
        Kind::ALL.get(byte as usize).copied().unwrap_or_default()
    }

    /// True where people live: what "the town of" may name.
    pub fn is_settlement(self) -> bool {
        matches!(self, Kind::Town | Kind::Village | Kind::Neighbourhood | Kind::Camp)
    }

    /// True where the lower-case word or phrase names this kind.
    pub fn is_named_by(self, word: &str) -> bool {
        self.words().split('|').any(|w| w == word)
    }

    /// The kind of a GeoNames feature class and code; `None` for what reports do not name.
    pub fn of_geonames(class: &str, code: &str) -> Option<Kind> {
        Some(match (class, code) {
            ("P", "PPLX") => Kind::Neighbourhood,
            ("P", "PPLH" | "PPLQ" | "PPLW") => Kind::Village,
            ("P", "PPLL" | "PPLF" | "PPLS") => Kind::Village,
            ("P", _) => Kind::Town,
            ("A", "ADM1" | "ADM1H") => Kind::Region,
            ("A", "ADM2" | "ADM3" | "ADM4") => Kind::District,
            ("H", "STM" | "STMS" | "CNL" | "STMM" | "STMI" | "WAD") => Kind::River,
            ("H", "LK" | "LKS" | "RSV" | "LKI") => Kind::Lake,
            ("H", "SEA" | "GULF" | "BAY" | "STRT" | "OCN") => Kind::Sea,
            ("T", "MT" | "MTS" | "HLL" | "HLLS" | "RDGE" | "PK" | "PKS") => Kind::Mountain,
            ("T", "ISL" | "ISLS") => Kind::Island,
            ("T", "DSRT") => Kind::Desert,
            ("T", "VAL" | "VALS" | "PLN") => Kind::Valley,
            ("L", "OILF") => Kind::OilField,
            ("L", "GASF") => Kind::GasField,
            ("L", "RGN" | "AREA") => Kind::Region,
            ("S", "AIRB") => Kind::AirBase,
            ("S", "AIRP" | "AIRF") => Kind::Airport,
            ("S", "DAM") => Kind::Dam,
            ("S", "CMPRF") => Kind::Camp,
            ("S", "PMPO" | "PMPW") => Kind::PumpingStation,
            ("S", "PSTB" | "CSTM") => Kind::Crossing,
            ("S", "OILR" | "PRN" | "PS" | "PSH" | "MILB" | "INSM") => Kind::Site,
            ("V", "FRST") => Kind::Forest,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_bytes_round_trip() {
        for &kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.name()), Some(kind));
            assert_eq!(Kind::of_byte(kind.byte()), kind);
            assert!(kind.reach_km() > 0.0);
        }
    }

    #[test]
    fn words_name_kinds() {
        assert!(Kind::OilField.is_named_by("oil field"));
        assert!(Kind::Mountain.is_named_by("mount"));
        assert!(!Kind::River.is_named_by("town"));
    }
}
