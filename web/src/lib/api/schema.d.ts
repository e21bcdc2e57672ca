// Made from docs/openapi.json by `npm run types`. Do not edit.

export interface paths {
    "/api/about": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Program, casebook, totals and whose data is shown. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["About"];
                    };
                };
                /** @description Why there is none. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Claims, newest report first. */
        get: {
            parameters: {
                query?: {
                    /** @description Part of the name of an actor, or its identifier. */
                    actor?: string;
                    /** @description A window of the map: `west,south,east,north` in degrees. */
                    bbox?: string;
                    /** @description `true`: only events with contradicting values; `false`: only those without. */
                    contested?: string;
                    /** @description Two-letter country code of a place. */
                    country?: string;
                    /** @description Not over before this day (`2020-04-03`). */
                    from?: string;
                    /** @description Grade of the event. */
                    grade?: string;
                    /** @description A type of claim or event (`airstrike`). */
                    kind?: string;
                    /** @description At most so many, 50 where not given. */
                    limit?: string;
                    /** @description After leaving out so many. */
                    offset?: string;
                    /** @description Of this report. */
                    report?: string;
                    /** @description Side of an actor, of victims or of a source (`rebel`). */
                    side?: string;
                    /** @description Part of the name of a source or outlet. */
                    source?: string;
                    /** @description `happened`, `ongoing`, `planned`, `expected` or `denied`. */
                    status?: string;
                    /** @description Words that must occur; `"…"` for a phrase, `word*` for beginnings. */
                    text?: string;
                    /** @description Begun by this day. */
                    to?: string;
                    /** @description `true`: older versions of reports too. */
                    versions?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfStoredClaim"];
                    };
                };
                /** @description Why there is none. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/claims/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One claim. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StoredClaim"];
                    };
                };
                /** @description Why there is none. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description Part of the name of an actor, or its identifier. */
                    actor?: string;
                    /** @description A window of the map: `west,south,east,north` in degrees. */
                    bbox?: string;
                    /** @description `true`: only events with contradicting values; `false`: only those without. */
                    contested?: string;
                    /** @description Two-letter country code of a place. */
                    country?: string;
                    /** @description Not over before this day (`2020-04-03`). */
                    from?: string;
                    /** @description Grade of the event. */
                    grade?: string;
                    /** @description A type of claim or event (`airstrike`). */
                    kind?: string;
                    /** @description At most so many, 50 where not given. */
                    limit?: string;
                    /** @description After leaving out so many. */
                    offset?: string;
                    /** @description Of this report. */
                    report?: string;
                    /** @description Side of an actor, of victims or of a source (`rebel`). */
                    side?: string;
                    /** @description Part of the name of a source or outlet. */
                    source?: string;
                    /** @description `happened`, `ongoing`, `planned`, `expected` or `denied`. */
                    status?: string;
                    /** @description Words that must occur; `"…"` for a phrase, `word*` for beginnings. */
                    text?: string;
                    /** @description Begun by this day. */
                    to?: string;
                    /** @description `true`: older versions of reports too. */
                    versions?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfEvent"];
                    };
                };
                /** @description Why there is none. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events.geojson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Places of events: points, and shapes of what is not a point. */
        get: {
            parameters: {
                query?: {
                    /** @description Part of the name of an actor, or its identifier. */
                    actor?: string;
                    /** @description A window of the map: `west,south,east,north` in degrees. */
                    bbox?: string;
                    /** @description `true`: only events with contradicting values; `false`: only those without. */
                    contested?: string;
                    /** @description Two-letter country code of a place. */
                    country?: string;
                    /** @description Not over before this day (`2020-04-03`). */
                    from?: string;
                    /** @description Grade of the event. */
                    grade?: string;
                    /** @description A type of claim or event (`airstrike`). */
                    kind?: string;
                    /** @description At most so many, 50 where not given. */
                    limit?: string;
                    /** @description After leaving out so many. */
                    offset?: string;
                    /** @description Of this report. */
                    report?: string;
                    /** @description Side of an actor, of victims or of a source (`rebel`). */
                    side?: string;
                    /** @description Part of the name of a source or outlet. */
                    source?: string;
                    /** @description `happened`, `ongoing`, `planned`, `expected` or `denied`. */
                    status?: string;
                    /** @description Words that must occur; `"…"` for a phrase, `word*` for beginnings. */
                    text?: string;
                    /** @description Begun by this day. */
                    to?: string;
                    /** @description `true`: older versions of reports too. */
                    versions?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FeatureCollection"];
                    };
                };
                /** @description Why there is none. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One event with its claims in full. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EventFile"];
                    };
                };
                /** @description Why there is none. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{id}/geojson": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one event was. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FeatureCollection"];
                    };
                };
                /** @description Why there is none. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Values to choose from in a filter. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Facets"];
                    };
                };
                /** @description Why there is none. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports, newest first. */
        get: {
            parameters: {
                query?: {
                    /** @description Part of the name of an actor, or its identifier. */
                    actor?: string;
                    /** @description A window of the map: `west,south,east,north` in degrees. */
                    bbox?: string;
                    /** @description `true`: only events with contradicting values; `false`: only those without. */
                    contested?: string;
                    /** @description Two-letter country code of a place. */
                    country?: string;
                    /** @description Not over before this day (`2020-04-03`). */
                    from?: string;
                    /** @description Grade of the event. */
                    grade?: string;
                    /** @description A type of claim or event (`airstrike`). */
                    kind?: string;
                    /** @description At most so many, 50 where not given. */
                    limit?: string;
                    /** @description After leaving out so many. */
                    offset?: string;
                    /** @description Of this report. */
                    report?: string;
                    /** @description Side of an actor, of victims or of a source (`rebel`). */
                    side?: string;
                    /** @description Part of the name of a source or outlet. */
                    source?: string;
                    /** @description `happened`, `ongoing`, `planned`, `expected` or `denied`. */
                    status?: string;
                    /** @description Words that must occur; `"…"` for a phrase, `word*` for beginnings. */
                    text?: string;
                    /** @description Begun by this day. */
                    to?: string;
                    /** @description `true`: older versions of reports too. */
                    versions?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfReportHead"];
                    };
                };
                /** @description Why there is none. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One report with text, passages and claims; offsets count characters. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StoredReport"];
                    };
                };
                /** @description Why there is none. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All versions of a report, oldest first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReportHead"][];
                    };
                };
                /** @description Why there is none. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Passages that hold the words of `text`, best first. */
        get: {
            parameters: {
                query?: {
                    /** @description Part of the name of an actor, or its identifier. */
                    actor?: string;
                    /** @description A window of the map: `west,south,east,north` in degrees. */
                    bbox?: string;
                    /** @description `true`: only events with contradicting values; `false`: only those without. */
                    contested?: string;
                    /** @description Two-letter country code of a place. */
                    country?: string;
                    /** @description Not over before this day (`2020-04-03`). */
                    from?: string;
                    /** @description Grade of the event. */
                    grade?: string;
                    /** @description A type of claim or event (`airstrike`). */
                    kind?: string;
                    /** @description At most so many, 50 where not given. */
                    limit?: string;
                    /** @description After leaving out so many. */
                    offset?: string;
                    /** @description Of this report. */
                    report?: string;
                    /** @description Side of an actor, of victims or of a source (`rebel`). */
                    side?: string;
                    /** @description Part of the name of a source or outlet. */
                    source?: string;
                    /** @description `happened`, `ongoing`, `planned`, `expected` or `denied`. */
                    status?: string;
                    /** @description Words that must occur; `"…"` for a phrase, `word*` for beginnings. */
                    text?: string;
                    /** @description Begun by this day. */
                    to?: string;
                    /** @description `true`: older versions of reports too. */
                    versions?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfHit"];
                    };
                };
                /** @description Why there is none. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody who says something, those with most claims first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SourceRow"][];
                    };
                };
                /** @description Why there is none. */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Failure"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The program and the casebook it serves. */
        About: {
            /** @description Lines to show wherever the data is shown. */
            attribution: string[];
            /** @description File name of the casebook. */
            casebook: string;
            /**
             * Format: uint32
             * @description Layout of the casebook file.
             */
            casebook_version: number;
            /** @description `Ascribe`. */
            name: string;
            /**
             * Format: uint32
             * @description Version of the data shapes.
             */
            schema_version: number;
            /** @description How many of each there are. */
            summary: components["schemas"]["Summary"];
            /** @description Version of the program. */
            version: string;
        };
        /** @description A party of a claim. */
        Actor: {
            /** @description Identifier in `data/actors`, where the name is known there. */
            id?: string | null;
            /** @description Fullest form in the report, without count and adjectives. */
            name: string;
            /** @description Part played. */
            role: components["schemas"]["Role"];
            /** @description Side. */
            side: components["schemas"]["Side"];
            /** @description Where it is named. */
            span?: components["schemas"]["Span"] | null;
        };
        /** @description One attribute with every value that is given for it. */
        Attribute: {
            /** @description True where sources contradict each other on it. */
            contested: boolean;
            /** @description Its name, as in `contested` of the event. */
            name: string;
            /** @description The values, in the order in which they were first given. */
            values: components["schemas"]["AttributeValue"][];
        };
        /** @description One value and who gives it. */
        AttributeValue: {
            /** @description Every telling of it, oldest first. */
            by: components["schemas"]["Voice"][];
            /** @description The sides that give it. */
            sides: components["schemas"]["Side"][];
            /** @description The value in words. */
            value: string;
        };
        /** @description Those who do not contradict each other on an attribute. */
        Camp: {
            /** @description The camps that one of them contradicts, by their place in the list. */
            against: number[];
            /** @description Who says so, in which words. */
            by: components["schemas"]["Voice"][];
            /** @description What they say. */
            values: string[];
        };
        /** @description A report that carries what an origin says. */
        Carrier: {
            /** @description Why it is held to come from there ("quotes it", "shares 80 % of its wording with …"). */
            because: string;
            /** @description The site it was read on. */
            outlet: string;
            /** @description Its date. */
            published: string | null;
            /** @description The report. */
            report: string;
        };
        /** @description One contested attribute with its camps. */
        Dispute: {
            /** @description The attribute, as in `contested` of the event. */
            attribute: string;
            /** @description Two or more camps, in the order in which they first spoke. Who contradicts nobody is in none. */
            camps: components["schemas"]["Camp"][];
        };
        /** @description One effect: how many of whom. */
        Effect: {
            /** @description Kind of harm. */
            harm: components["schemas"]["Harm"];
            /**
             * Format: uint64
             * @description Highest number that fits the words.
             */
            max: number | null;
            /**
             * Format: uint64
             * @description Lowest number that fits the words.
             */
            min: number | null;
            /** @description Side of the victims. */
            side: components["schemas"]["Side"];
            /** @description Where they stand. */
            span?: components["schemas"]["Span"] | null;
            /** @description The words. */
            text: string;
            /** @description Who or what, as named. */
            victims: string | null;
        };
        /** @description One occurrence with all that is said of it. */
        Event: {
            /** @description Claims, in order of publication then text. */
            claims: string[];
            /** @description Attributes that sources disagree on (`place`, `time`, `agent`, `killed:civilian`). */
            contested: string[];
            /** @description Figures by harm and side of victims. */
            figures: components["schemas"]["Figure"][];
            /** @description Grade with its reason. */
            grade: components["schemas"]["Grade"];
            /** @description Stable identifier in the casebook. */
            id: string;
            /**
             * @description These origins, each with the reports that carry it.
             * @default []
             */
            independent: components["schemas"]["Origin"][];
            /** @description The narrowest interval that the claims agree on, else the widest. */
            interval: components["schemas"]["Interval"];
            /**
             * Format: uint
             * @description Number of independent origins: copies and one quoted source count once.
             */
            origins: number;
            /** @description Where all or most place it. */
            place: components["schemas"]["Place"] | null;
            /** @description One line for lists ("airstrike on a market, Idlib, 12 May 2019"). */
            title: string;
            /** @description The type most claims give; the most specific on a tie. */
            type: string;
        };
        /** @description An event with its claims. */
        EventFile: {
            /** @description `type`, `status`, `place`, `time`, `agent`, `target`, `means`, then figures as `killed:civilian`. */
            attributes: components["schemas"]["Attribute"][];
            /** @description Its claims in full, in the order of `claims`. */
            claim_records: components["schemas"]["StoredClaim"][];
            /** @description Claims, in order of publication then text. */
            claims: string[];
            /** @description Events that this one, a sum of several, contains as far as actor, place and time tell. */
            contains: components["schemas"]["EventHead"][];
            /** @description Attributes that sources disagree on (`place`, `time`, `agent`, `killed:civilian`). */
            contested: string[];
            /** @description For each contested attribute who contradicts whom. */
            disputes: components["schemas"]["Dispute"][];
            /** @description Figures by harm and side of victims. */
            figures: components["schemas"]["Figure"][];
            /** @description Grade with its reason. */
            grade: components["schemas"]["Grade"];
            /** @description Stable identifier in the casebook. */
            id: string;
            /**
             * @description These origins, each with the reports that carry it.
             * @default []
             */
            independent: components["schemas"]["Origin"][];
            /** @description The narrowest interval that the claims agree on, else the widest. */
            interval: components["schemas"]["Interval"];
            /** @description Pairs of claims of different reports that were joined, with the evidence. */
            joined: components["schemas"]["Joint"][];
            /**
             * Format: uint
             * @description Number of independent origins: copies and one quoted source count once.
             */
            origins: number;
            /** @description Sums that contain this event. */
            part_of: components["schemas"]["EventHead"][];
            /** @description Where all or most place it. */
            place: components["schemas"]["Place"] | null;
            /** @description Who claims it, whom others hold responsible, who denies it. */
            responsibility: components["schemas"]["Responsibility"];
            /** @description Decisions of people on the event or one of its claims, oldest first. */
            reviews: components["schemas"]["Review"][];
            /** @description One line for lists ("airstrike on a market, Idlib, 12 May 2019"). */
            title: string;
            /** @description The type most claims give; the most specific on a tie. */
            type: string;
        };
        /** @description What a reference to an event shows of it. */
        EventHead: {
            /** @description Its name in the casebook. */
            id: string;
            /** @description One line. */
            title: string;
        };
        /** @description Why a value is there. */
        Evidence: {
            /** @description The field, as a path (`actors/0`, `time`, `stance`). */
            field: string;
            /** @description The rule or convention that brought it here. */
            rule: string;
            /** @description The words it came from. */
            span: components["schemas"]["Span"];
        };
        /** @description One value and the number of events that have it. */
        Facet: {
            /**
             * Format: uint
             * @description Events with it.
             */
            events: number;
            /** @description The value. */
            value: string;
        };
        /** @description Values to choose from in a filter, with how many events each has. */
        Facets: {
            /** @description Countries of events. */
            countries: components["schemas"]["Facet"][];
            /** @description First and last day that any event names. */
            days: (string | null)[];
            /** @description Grades of events. */
            grades: components["schemas"]["Facet"][];
            /** @description Sides of actors, victims and sources in events. */
            sides: components["schemas"]["Facet"][];
            /** @description Status of claims in events. */
            statuses: components["schemas"]["Facet"][];
            /** @description Types of events. */
            types: components["schemas"]["Facet"][];
        };
        /** @description What a request that failed is answered with. */
        Failure: {
            /** @description Stable name of the kind of failure: `not_found`, `bad_query`, `casebook`, `not_allowed`. */
            code: string;
            /** @description What went wrong. */
            message: string;
            /** @description What can be done about it. */
            remedy: string;
        };
        /** @description GeoJSON (RFC 7946) with the number of events that the filter found. */
        FeatureCollection: {
            /** @description See docs/api.md for the properties. */
            features: unknown[];
            /**
             * Format: uint
             * @description Events found, located or not.
             */
            total: number;
            /** @description `FeatureCollection`. */
            type: string;
        };
        /** @description Low, best and high of one harm on one side, with who says what. */
        Figure: {
            /**
             * Format: uint64
             * @description The figure of the rule in `docs/codebook.md`; never an average.
             */
            best: number | null;
            /** @description Kind of harm. */
            harm: components["schemas"]["Harm"];
            /**
             * Format: uint64
             * @description Highest figure any source gives.
             */
            high: number | null;
            /**
             * Format: uint64
             * @description Lowest figure any source gives.
             */
            low: number | null;
            /** @description Side of the victims. */
            side: components["schemas"]["Side"];
            /** @description What each source says. */
            values: components["schemas"]["ValueBySource"][];
        };
        /** @description How well supported an event is, in the manner of Airwars. */
        Grade: {
            /** @description `confirmed`, `fair`, `weak`, `contested` or `discounted`. */
            level: string;
            /** @description One sentence. */
            reason: string;
        };
        /** @description What harm was done. */
        Harm: ("killed" | "injured" | "captured" | "missing" | "displaced") | "casualties" | "destroyed" | "seized";
        /** @description A passage that holds the words searched for. */
        Hit: {
            /**
             * Format: uint
             * @description First character after it.
             */
            end: number;
            /** @description What the passage is. */
            kind: components["schemas"]["PassageKind"];
            /** @description Outlet. */
            outlet: string | null;
            /** @description Date of the report. */
            published: string | null;
            /** @description Report. */
            report: string;
            /** @description The words around the hit, in runs: what matched and what stands beside it. */
            snippet: components["schemas"]["SnippetRun"][];
            /**
             * Format: uint
             * @description First character of the passage.
             */
            start: number;
            /** @description Headline of the report. */
            title: string | null;
        };
        /** @description An inclusive range of days; `None` is an open end. Where both are known, `from <= to`. */
        Interval: {
            /** @description First day. */
            from: string | null;
            /** @description Last day. */
            to: string | null;
        };
        /** @description Why two claims are held to tell of one occurrence. */
        Joint: {
            /** @description First claim of the one. */
            a: string;
            /** @description First claim of the other. */
            b: string;
            /**
             * Format: int32
             * @description Sum of the points.
             */
            points: number;
            /** @description The evidence. */
            reasons: components["schemas"]["Reason"][];
        };
        /** @description Something a reader should know, with the field or place it concerns. */
        Note: {
            /** @description Stable code (`date_in_future`). */
            code: string;
            /** @description One sentence. */
            message: string;
        };
        /** @description Somebody who knows of an event by themselves, as far as the reports show. */
        Origin: {
            /** @description The reports that carry it, in the order they did: five of them are still one origin. */
            carried_by: components["schemas"]["Carrier"][];
            /** @description The claims that come from there. */
            claims: string[];
            /** @description The named source, or the outlet that wrote it first. */
            name: string;
            /** @description Its side. */
            side: components["schemas"]["Side"];
        };
        /** @description One page of a longer list. */
        PageOfEvent: {
            /** @description The items, in the order of the list. */
            items: components["schemas"]["Event"][];
            /**
             * Format: uint
             * @description At most this many were asked for; null where all were.
             */
            limit: number | null;
            /**
             * Format: uint
             * @description How many were left out before the first.
             */
            offset: number;
            /**
             * Format: uint
             * @description How many there are in all.
             */
            total: number;
        };
        /** @description One page of a longer list. */
        PageOfHit: {
            /** @description The items, in the order of the list. */
            items: components["schemas"]["Hit"][];
            /**
             * Format: uint
             * @description At most this many were asked for; null where all were.
             */
            limit: number | null;
            /**
             * Format: uint
             * @description How many were left out before the first.
             */
            offset: number;
            /**
             * Format: uint
             * @description How many there are in all.
             */
            total: number;
        };
        /** @description One page of a longer list. */
        PageOfReportHead: {
            /** @description The items, in the order of the list. */
            items: components["schemas"]["ReportHead"][];
            /**
             * Format: uint
             * @description At most this many were asked for; null where all were.
             */
            limit: number | null;
            /**
             * Format: uint
             * @description How many were left out before the first.
             */
            offset: number;
            /**
             * Format: uint
             * @description How many there are in all.
             */
            total: number;
        };
        /** @description One page of a longer list. */
        PageOfStoredClaim: {
            /** @description The items, in the order of the list. */
            items: components["schemas"]["StoredClaim"][];
            /**
             * Format: uint
             * @description At most this many were asked for; null where all were.
             */
            limit: number | null;
            /**
             * Format: uint
             * @description How many were left out before the first.
             */
            offset: number;
            /**
             * Format: uint
             * @description How many there are in all.
             */
            total: number;
        };
        /** @description What a run of text is. */
        PassageKind: "body" | "title" | "heading" | "caption" | "metadata" | "comment" | "furniture";
        /** @description A place of a claim, with its shape. */
        Place: {
            /** @description First-level region. */
            admin1: string | null;
            /** @description ISO 3166-1 alpha-2 code. */
            country: string | null;
            /** @description Gazetteer identifier (`geonames:163345`). */
            id?: string | null;
            /** @description Point, line or area. */
            kind: components["schemas"]["PlaceKind"];
            /**
             * Format: double
             * @description Degrees north of a representative point; null where nobody could resolve it.
             */
            lat: number | null;
            /**
             * Format: double
             * @description Degrees east.
             */
            lon: number | null;
            /** @description The words around it: `in`, `near`, `east of`, `southern countryside of`. */
            relation: string | null;
            /** @description Geometry, where resolved. */
            shape?: components["schemas"]["Shape"] | null;
            /** @description Where it is named. */
            span?: components["schemas"]["Span"] | null;
            /** @description The place name alone. */
            text: string;
        };
        /** @description The form of a place. */
        PlaceKind: "point" | "line" | "area";
        /** @description A source's figures of one harm against those of others on the same events. */
        Ratio: {
            /**
             * Format: uint
             * @description Number of cases: one for each event and side of victims on which both give a figure.
             */
            cases: number;
            /** @description The harm. */
            harm: string;
            /**
             * Format: uint
             * @description Cases in which it gives more.
             */
            higher: number;
            /**
             * Format: uint
             * @description Cases in which it gives less than the others.
             */
            lower: number;
            /**
             * Format: double
             * @description The middle one of the ratios own figure / middle figure of the others; above 1 where it tells of more.
             */
            middle: number;
        };
        /** @description A piece of evidence for or against one occurrence. */
        Reason: {
            /**
             * Format: int32
             * @description Points, below nought where it speaks against.
             */
            points: number;
            /** @description In words. */
            says: string;
        };
        /** @description What a list shows of a report. */
        ReportHead: {
            /** @description Further places where the same bytes were found. */
            also_at: string[];
            /** @description Author as printed. */
            byline: string | null;
            /**
             * Format: uint
             * @description Number of claims.
             */
            claims: number;
            /** @description Rules and lists it was read with. */
            codebook_version: string;
            /**
             * Format: uint
             * @description Number of events that its claims belong to.
             */
            events: number;
            /** @description SHA-256 of the original bytes, in hex. */
            hash: string;
            /** @description Name in the casebook; versions after the first end in `@2`, `@3` … */
            id: string;
            /** @description ISO 639-1 code. */
            language: string;
            /** @description Where its bytes were read. */
            origin: string;
            /** @description The outlet it was republished from. */
            original_publisher: string | null;
            /** @description Date of publication by `original_publisher`. */
            originally_published: string | null;
            /** @description Date of publication by `publisher`. */
            published: string | null;
            /** @description The site it was read on. */
            publisher: string | null;
            /** @description The version that replaced it, if one did. */
            superseded_by: string | null;
            /** @description Headline. */
            title: string | null;
            /** @description Address. */
            url: string | null;
            /**
             * Format: uint
             * @description 1 for the first reading, counting up with each edit of the report.
             */
            version: number;
        };
        /** @description Who is behind it, by whom. */
        Responsibility: {
            /** @description Those whom others hold responsible. */
            attributed: components["schemas"]["AttributeValue"][];
            /** @description Those who say that it was them. */
            claimed: components["schemas"]["AttributeValue"][];
            /** @description Those who say that it did not happen, or not so. */
            denied: components["schemas"]["Voice"][];
        };
        /** @description One decision of a person; never changed once written. */
        Review: {
            /** @description What was decided (`must_link`, `cannot_link`, `confirm`, `reject`, `note`, …). */
            action: string;
            /** @description When, as RFC 3339 in UTC. */
            at: string;
            /** @description Why. */
            note: string | null;
            /** @description The other one, where a decision joins or parts two. */
            object: string | null;
            /** @description The claim, event or report decided on. */
            subject: string;
            /** @description Who. */
            who: string;
        };
        /** @description What an actor does in a claim. */
        Role: "agent" | "target" | "ally" | "other";
        /** @description Where something is, with how sure that is. */
        Shape: {
            /** @constant */
            form: "point";
            /**
             * Format: double
             * @description Degrees north.
             */
            lat: number;
            /**
             * Format: double
             * @description Degrees east.
             */
            lon: number;
            /**
             * Format: double
             * @description Uncertainty in km.
             */
            radius_km: number;
        } | {
            /** @constant */
            form: "line";
            /** @description `(lon, lat)` in order. */
            path: number[][];
            /**
             * Format: double
             * @description Half the corridor's width in km.
             */
            radius_km: number;
        } | {
            /** @constant */
            form: "area";
            /**
             * Format: double
             * @description Uncertainty of the border in km.
             */
            radius_km: number;
            /** @description Outer rings. */
            rings: number[][][];
        };
        /** @description Wording that a report shares with another. */
        SharedWith: {
            /** @description True where it came before this one, by date, then by name. */
            earlier: boolean;
            /** @description Stretches of the one, in characters of its text. */
            here: components["schemas"]["Span"][];
            /** @description The outlet whose words it has. */
            outlet: string | null;
            /** @description Its date. */
            published: string | null;
            /** @description The other report. */
            report: string;
            /**
             * Format: double
             * @description Share of the shorter one's words, 0..1.
             */
            share: number;
            /** @description Stretches of the other that hold the same words. */
            there: components["schemas"]["Span"][];
            /** @description Its headline. */
            title: string | null;
        };
        /** @description Which side of a conflict somebody belongs to. */
        Side: "state" | "state_ally" | "foreign_state" | "rebel" | "jihadist" | "militia" | "civilian" | "media" | "ngo" | "igo" | "local" | "unknown";
        /** @description A run of a snippet. */
        SnippetRun: {
            /** @description True where they are what was searched for. */
            hit: boolean;
            /** @description The words. */
            text: string;
        };
        /** @description One speaker or channel of a source chain. */
        Source: {
            /** @description The fullest name the report gives; `unspecified` for "reportedly". */
            name: string;
            /** @description Side, where the report or the dictionary shows one. */
            side: components["schemas"]["Side"];
            /** @description Where it is named. */
            span?: components["schemas"]["Span"] | null;
        };
        /** @description Somebody who says something, in their own reports or in those of others. */
        SourceRow: {
            /**
             * Format: uint
             * @description Claims on events that nobody else tells of.
             */
            alone_claims: number;
            /** @description Outlets that carry it, those with most reports first. */
            carried_by: string[];
            /**
             * Format: uint
             * @description Events that it tells of beside other, independent origins.
             */
            compared_events: number;
            /**
             * Format: uint
             * @description How many of those events are contested.
             */
            contested_events: number;
            /**
             * Format: uint
             * @description How many of these another source contradicts it on.
             */
            contradicted_events: number;
            /**
             * Format: uint
             * @description Events it tells of.
             */
            events: number;
            /** @description True where it published reports of the casebook. */
            is_outlet: boolean;
            /** @description Name as the reports give it. */
            name: string;
            /**
             * Format: uint
             * @description Claims it makes in its own voice.
             */
            own_claims: number;
            /**
             * Format: uint
             * @description Claims attributed to it.
             */
            quoted_claims: number;
            /** @description Its figures against those of others on the same events. */
            ratios: components["schemas"]["Ratio"][];
            /**
             * Format: uint
             * @description Reports that it published or is quoted in.
             */
            reports: number;
            /** @description Sides that reports or lists give it, most frequent first. */
            sides: components["schemas"]["Side"][];
        };
        /**
         * @description A half-open range `start..end` of a report's text. Bytes inside the pipeline, characters outside
         *     (see the crate documentation).
         */
        Span: {
            /**
             * Format: uint
             * @description First offset after.
             */
            end: number;
            /**
             * Format: uint
             * @description First offset inside.
             */
            start: number;
        };
        /** @description How the report treats the claim. */
        Stance: "reported" | "doubted" | "endorsed";
        /** @description Whether the occurrence took place. */
        Status: "happened" | "ongoing" | "planned" | "expected" | "denied";
        /** @description A claim with where it stands. */
        StoredClaim: {
            /** @description Parties. */
            actors: components["schemas"]["Actor"][];
            /**
             * @description True where it sums up several occurrences.
             * @default false
             */
            aggregate: boolean;
            /**
             * Format: float
             * @description 0..1; lower where the tree was unsure.
             * @default 0
             */
            confidence: number;
            /** @description Harm done. */
            effects: components["schemas"]["Effect"][];
            /** @description Shared by the claims on one occurrence in this report. */
            event: string;
            /** @description The event of the casebook that the claim belongs to. */
            event_id: string | null;
            /**
             * @description For values that stand outside the quote or were carried over: where from, and by which rule.
             * @default []
             */
            evidence: components["schemas"]["Evidence"][];
            /**
             * @description Stable identifier, unique in the casebook: report id, `#`, number in text order.
             * @default
             */
            id: string;
            /** @description Weapons or methods, of the codebook's list. */
            means: string[];
            /** @description Outlet whose words these are: the source of a claim that names none. */
            outlet: string | null;
            /** @description Places. */
            places: components["schemas"]["Place"][];
            /** @description Date that the report's "today" means. */
            published: string | null;
            /** @description The site it was read on, which may have taken it over from the outlet. */
            publisher: string | null;
            /** @description The words that carry the claim, exactly. */
            quote: string;
            /** @description Report it stands in. */
            report: string;
            /** @description Headline of the report. */
            report_title: string | null;
            /** @description Who claims responsibility. */
            responsibility: string | null;
            /**
             * @description The rule that made it: `id (file:line)`.
             * @default
             */
            rule: string;
            /** @description Who is telling, outermost first, without the publisher; empty in the report's own voice. */
            sources: components["schemas"]["Source"][];
            /**
             * @description Span of `quote`.
             * @default {
             *       "start": 0,
             *       "end": 0
             *     }
             */
            span: components["schemas"]["Span"];
            /**
             * @description How the report treats it.
             * @default reported
             */
            stance: components["schemas"]["Stance"];
            /** @description Whether it happened. */
            status: components["schemas"]["Status"];
            /** @description The version of the report that replaced it, if one did. */
            superseded_by: string | null;
            /**
             * @description Time of the occurrence.
             * @default {
             *       "text": null,
             *       "from": null,
             *       "to": null
             *     }
             */
            time: components["schemas"]["Time"];
            /** @description The word or phrase in `quote` that names the occurrence. */
            trigger: string;
            /**
             * @description Span of `trigger`.
             * @default {
             *       "start": 0,
             *       "end": 0
             *     }
             */
            trigger_span: components["schemas"]["Span"];
            /** @description A type of the codebook (`data/types.toml`). */
            type: string;
        };
        /** @description A run of a stored report's text. */
        StoredPassage: {
            /** @description Name of the commenter, for comments. */
            author: string | null;
            /**
             * Format: uint
             * @description First character after.
             */
            end: number;
            /** @description What it is. */
            kind: components["schemas"]["PassageKind"];
            /**
             * Format: uint
             * @description First character inside.
             */
            start: number;
        };
        /** @description A report with its text and all that was found in it. */
        StoredReport: {
            /** @description Further places where the same bytes were found. */
            also_at: string[];
            /** @description Author as printed. */
            byline: string | null;
            /** @description Its claims, in text order. */
            claims: components["schemas"]["StoredClaim"][];
            /** @description Rules and lists it was read with. */
            codebook_version: string;
            /**
             * Format: uint
             * @description Number of events that its claims belong to.
             */
            events: number;
            /** @description SHA-256 of the original bytes, in hex. */
            hash: string;
            /** @description Name in the casebook; versions after the first end in `@2`, `@3` … */
            id: string;
            /** @description ISO 639-1 code. */
            language: string;
            /** @description What a reader should know of the reading. */
            notes: components["schemas"]["Note"][];
            /** @description Where its bytes were read. */
            origin: string;
            /** @description The outlet it was republished from. */
            original_publisher: string | null;
            /** @description Date of publication by `original_publisher`. */
            originally_published: string | null;
            /** @description Runs of the text by kind. */
            passages: components["schemas"]["StoredPassage"][];
            /** @description Date of publication by `publisher`. */
            published: string | null;
            /** @description The site it was read on. */
            publisher: string | null;
            /** @description Reports that share wording with it, earlier ones first. */
            shared: components["schemas"]["SharedWith"][];
            /** @description The version that replaced it, if one did. */
            superseded_by: string | null;
            /** @description The text that was read; offsets count its characters (Unicode scalar values). */
            text: string;
            /** @description Headline. */
            title: string | null;
            /** @description Address. */
            url: string | null;
            /**
             * Format: uint
             * @description 1 for the first reading, counting up with each edit of the report.
             */
            version: number;
        };
        /** @description How many of each there are. */
        Summary: {
            /**
             * Format: uint
             * @description Claims of the newest versions.
             */
            claims: number;
            /** @description Versions of the rules and lists the reports were read with. */
            codebook_versions: string[];
            /**
             * Format: uint
             * @description Events with contradicting values.
             */
            contested: number;
            /**
             * Format: uint
             * @description Events.
             */
            events: number;
            /** @description False where claims were added since events were last put together. */
            linked: boolean;
            /**
             * Format: uint
             * @description Older versions kept beside them.
             */
            older_versions: number;
            /**
             * Format: uint
             * @description Reports, counting versions of one report once.
             */
            reports: number;
            /**
             * Format: uint
             * @description Names that claims are attributed to.
             */
            sources: number;
        };
        /** @description When the occurrence was, never when it was told. */
        Time: {
            /** @description First day. */
            from: string | null;
            /** @description Where the words stand. */
            span?: components["schemas"]["Span"] | null;
            /** @description The words; null where the report has none. */
            text: string | null;
            /** @description Last day. */
            to: string | null;
        };
        /** @description One source's figure. */
        ValueBySource: {
            /** @description The claim it stands in. */
            claim: string;
            /**
             * Format: uint64
             * @description Highest number that fits the words.
             */
            max: number | null;
            /**
             * Format: uint64
             * @description Lowest number that fits the words.
             */
            min: number | null;
            /** @description Source chain joined by ` < `, or the publisher for its own voice. */
            source: string;
            /** @description True where a later figure of the same source replaced it. */
            superseded: boolean;
        };
        /** @description One telling. */
        Voice: {
            /** @description The claim. */
            claim: string;
            /** @description The site it was read on. */
            outlet: string;
            /** @description The date of the report. */
            published: string | null;
            /** @description Its side. */
            side: components["schemas"]["Side"];
            /** @description The named source, or the outlet in its own voice. */
            source: string;
            /** @description True where a later figure of the same source replaced it. */
            superseded: boolean;
            /** @description The words it rests on. */
            words: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
