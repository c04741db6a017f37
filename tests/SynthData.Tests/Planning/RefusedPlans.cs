using SynthData.Tests.Language;

namespace SynthData.Tests.Planning;

/// <summary>Schemas that read well and cannot be planned, by name; the mark stands where the diagnostic should.</summary>
internal static class RefusedPlans
{
    /// <summary>What each should be told, and nothing else.</summary>
    public static IReadOnlyList<(string Name, string Code, string Schema, GenerationRequest Request)> All { get; } =
    [
        Of("a per parent that is no table", "SD2001", Made.Shop("""
            customers: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
            orders: { rows: { per: §custommers, count: 2 }, columns: { id: { sequence: 1 } } }
            """)),
        Of("a reference to no table", "SD2001", Made.Items("customer: { references: §customers.id }")),
        Of("a to that names no table", "SD2001", Made.Items("customer: { constant: 1, to: §customers.id }")),
        Of("rows asked for no table", "SD2001", Made.Items("a: { constant: 1 }"), new GenerationRequest { Rows = { ["itemz"] = 3 } }),
        Of("rows from no number", "SD2136", Made.Shop("items: { rows: §9, columns: { a: { constant: 1 } } }"), new GenerationRequest { RowsFrom = { ["items"] = -1 } }),
        Of("a column that more rows move", "SD2135", Made.Items("§kind: { values: [a, b], exact: true }"), new GenerationRequest { RowsFrom = { ["items"] = 100 } }),
        Of("no such table to write", "SD2001", Made.Items("a: { constant: 1 }"), new GenerationRequest { Tables = ["itemz"] }),

        Of("a reference to no column", "SD2002", Made.Shop("""
            customers: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
            orders: { rows: 3, columns: { customer: { references: §customers.di } } }
            """)),
        Of("a to that names no column", "SD2002", Made.Shop("""
            customers: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
            orders: { rows: 3, columns: { customer: { constant: 1, to: §customers.di } } }
            """)),
        Of("a reference to a column that repeats", "SD2003", Made.Shop("""
            customers: { rows: 3, key: id, columns: { id: { sequence: 1 }, city: { values: [Delft, Ede] } } }
            orders: { rows: 3, columns: { city: { references: §customers.city } } }
            """)),
        Of("a reference to half a key", "SD2003", Made.Shop("""
            orders: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
            lines: { rows: { per: orders, count: 2 }, key: [order, number], columns: { order: { references: orders.id }, number: { position: true } } }
            returns: { rows: 3, columns: { line: { references: §lines.number } } }
            """)),
        Of("a reference to half a one-to-one pair", "SD2003", Made.Shop("""
            orders: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
            lines: { rows: { per: orders, count: 2 }, key: [order, number], columns: { order: { references: orders.id }, number: { position: true } } }
            receipts: { rows: 3, columns: { "order, number": { references: [lines.order, lines.number], unique: true } } }
            returns: { rows: 3, columns: { order: { references: §receipts.order } } }
            """)),
        Of("a reference to a unique column with nulls", "SD2003", Made.Shop("""
            people: { rows: 3, columns: { code: { pattern: '[A-Z]{3}', unique: true, nulls: 10% } } }
            items: { rows: 3, columns: { code: { references: §people.code } } }
            """)),
        Of("a to that names a column that repeats", "SD2003", Made.Shop("""
            customers: { rows: 3, key: id, columns: { id: { sequence: 1 }, city: { values: [Delft, Ede] } } }
            orders: { rows: 3, columns: { city: { constant: Delft, to: §customers.city } } }
            """)),
        Of("tables in a circle", "SD2004", Made.Shop("""
            §hens: { rows: 3, key: id, columns: { id: { sequence: 1 }, egg: { references: eggs.id } } }
            eggs: { rows: 3, key: id, columns: { id: { sequence: 1 }, hen: { references: hens.id } } }
            """)),
        Of("a table per itself", "SD2004", Made.Shop("""
            §hens: { rows: { per: hens, count: 2 }, key: id, columns: { id: { sequence: 1 } } }
            """)),
        Of("weights of a city", "SD2311", Made.Items("a: { semantic: place.city, values: §{ Paris: 1 } }")),
        Of("weights of what is no sex", "SD2313", Made.Items("a: { semantic: person.sex, values: { F: 1, §X: 2 } }")),
        Of("weights of nobody", "SD2021", Made.Items("a: { semantic: person.sex, values: §{ F: 0, M: 0 } }")),
        Of("weights in a case", "SD2315", Made.Items("b: { range: [1, 9] }\na: { cases: [ { when: b > 5, semantic: person.sex, values: §{ F: 1, M: 2 } } ] }")),
        Of("two columns that give one sex", "SD2314", Made.Items(
            "a: { semantic: person.sex, values: { F: 1, M: 2 } }\nb: { values: [F, M] }\n§c: { semantic: person.first_name, given: b }")),
        Of("a city that is given a country", "SD2316", Made.Items("b: { values: [DE, FR] }\na: { semantic: place.city, given: §b }")),
        Of("a locale by a column that lacks one", "SD2201", Made.Items(
            "b: { values: [DE, SE] }\na: { semantic: place.city, locale: { given: b, values: { DE: de-DE, SE: §sv-SE } } }")),
        Of("a locale by a column without a value", "SD2018", Made.Items(
            "b: { values: [DE, FR] }\na: { semantic: place.city, locale: { given: b, values: §{ DE: de-DE } } }")),
        Of("one person in two locales", "SD2317", Made.Items(
            "b: { values: [DE, FR] }\na: { semantic: person.full_name, of: buyer }\nc: { semantic: person.email, of: buyer, locale: { given: b, values: §{ DE: de-DE, FR: fr-FR } } }")),
        Of("a locale by no column", "SD2110", Made.Items(
            "b: { values: [DE, FR] }\na: { semantic: place.city, locale: { given: §c, values: { DE: de-DE, else: en-US } } }")),
        Of("unique numbers of two countries", "SD2312", Made.Items(
            "b: { values: [DE, FR] }\na: { semantic: person.national_id, unique: true, locale: { given: b, values: §{ DE: de-DE, FR: fr-FR } } }")),
        Of("more unique numbers than the least of the countries has", "SD2203", Made.Items(
            "b: { values: [DE, FR] }\n§a: { semantic: contact.phone, unique: true, locale: { given: b, values: { DE: de-DE, FR: fr-FR } } }", rows: 6_000)),
        Of("the row before without a parent", "SD2070", Made.Items("b: { range: [1, 9] }\na: { type: int64, expr: '§previous(b, 0)' }")),
        Of("the row before of what is no column", "SD2071", Made.Shop("""
            plans: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
            items: { rows: { per: plans, count: 2 }, columns: { b: { range: [1, 9] }, a: { type: int64, expr: "previous(§b + 1, 0)" } } }
            """)),
        Of("an earlier row that follows from the row before it", "SD2072", Made.Shop("""
            plans: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
            items:
              rows: { per: plans, count: 2 }
              key: id
              columns:
                id: { sequence: 1 }
                parent: { references: items.id, earlier: true }
                a: { type: int64, expr: "previous(a, 0) + 1" }
                §c: { type: int64, expr: parent.a }
            """)),
        Of("an aggregate whose children read it", "SD2073", Made.Shop("""
            items: { rows: 2, key: id, columns: { id: { sequence: 1 }, a: { type: int64, expr: "§sum(parts.x)" } } }
            parts: { rows: { per: items, count: 2 }, columns: { item: { references: items.id }, x: { type: int64, expr: item.a + 1 } } }
            """)),
        Of("an aggregate of what a model fills", "SD2074", Made.Shop("""
            items: { rows: 2, key: id, columns: { id: { sequence: 1 }, a: { expr: "§max(parts.x)" } } }
            parts: { rows: { per: items, count: 2 }, columns: { item: { references: items.id }, x: { prompt: A word. } } }
            """), new GenerationRequest { Model = "openai/x" }),
        Of("a count that follows from an aggregate", "SD2075", Made.Shop("""
            items: { rows: 2, key: id, columns: { id: { sequence: 1 }, a: { expr: count(parts) } } }
            parts: { rows: { per: items, count: 2 }, columns: { item: { references: items.id } } }
            extras: { rows: §{ per: items, count: a }, columns: { item: { references: items.id } } }
            """)),
        Of("an order of what differs within a parent", "SD2076", Made.Shop("""
            items: { rows: 2, key: id, columns: { id: { sequence: 1 } } }
            parts: { rows: { per: items, count: 2 }, columns: { x: { range: [1, 9] }, y: { type: int64, range: §[x, 20], ordered: true } } }
            """)),
        Of("a total that no parent shares", "SD2077", Made.Shop("""
            items: { rows: 2, key: id, columns: { id: { sequence: 1 } } }
            parts: { rows: §{ per: items, count: 0, total: 5 }, columns: { item: { references: items.id } } }
            """)),
        Of("a trend along one of several series", "SD2078", Made.Shop("""
            items: { rows: 2, key: id, columns: { id: { sequence: 1 } } }
            parts:
              rows: { per: items, count: 2 }
              columns:
                a: { series: { start: 2024-01-01, every: 1h } }
                b: { series: { start: 2024-01-01, every: 1d } }
                x: { series: §{ trend: 1 } }
            """)),
        Of("anomalies marked in no column", "SD2079", Made.Shop("""
            items: { rows: 2, key: id, columns: { id: { sequence: 1 } } }
            parts: { rows: { per: items, count: 2 }, columns: { x: { series: { noise: { normal: { sd: 1 } }, anomalies: { share: 1%, size: 9, label: §odd } } } } }
            """)),
        Of("columns in a circle", "SD2005", Made.Items("""
            §a: { type: int64, expr: c + 1 }
            b: { type: int64, expr: a + 1 }
            c: { type: int64, expr: b + 1 }
            """)),
        Of("columns in a circle without types", "SD2005", Made.Items("""
            §a: { expr: b + 1 }
            b: { expr: a + 1 }
            """)),
        Of("a column that needs itself", "SD2005", Made.Items("§a: { expr: a + 1 }")),
        Of("a self-reference without earlier", "SD2006", Made.Items("""
            id: { sequence: 1 }
            boss: { references: §items.id }
            """, rest: "key: id")),
        Of("earlier to another table", "SD2007", Made.Shop("""
            customers: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
            orders: { rows: 3, columns: { customer: { references: §customers.id, earlier: true } } }
            """)),
        Of("per a table with two references", "SD2008", Made.Shop("""
            people: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
            gifts: { rows: { per: §people, count: 2 }, columns: { giver: { references: people.id }, taker: { references: people.id } } }
            """)),
        Of("a per reference with nulls", "SD2009", PerReference("nulls: 10%")),
        Of("a per reference with when", "SD2009", PerReference("when: 1 = 1")),
        Of("a per reference with skew", "SD2009", PerReference("skew: { zipf: 1.1 }")),
        Of("a per reference that is distinct", "SD2009", PerReference("distinct: customer")),
        Of("a per reference that is unique", "SD2009", PerReference("unique: true")),
        Of("a position without parent", "SD2010", Made.Items("§n: { position: true }")),
        Of("a range the wrong way round", "SD2011", Made.Items("n: { type: int64, range: §[9, 1] }")),
        Of("durations the wrong way round", "SD2011", Made.Items("n: { type: date, range: §[today, -3y] }")),
        Of("a distance the wrong way round", "SD2011", Made.Items("""
            a: { type: date, range: [2024-01-01, 2024-12-31] }
            b: { type: date, after: a, within: §[6d, 2d] }
            """)),
        Of("a count the wrong way round", "SD2011", Counted("§{ between: [7, 1] }")),
        Of("a value that is no number", "SD2012", Made.Items("n: { type: int64, values: [1, §two] }")),
        Of("a number with too many places", "SD2012", Made.Items("n: { type: decimal(2), range: [§0.001, 1] }")),
        Of("a day that is no time", "SD2012", Made.Items("n: { type: time, constant: §2024-01-31 }")),
        Of("a step finer than the scale", "SD2012", Made.Items("n: { type: decimal(1), range: [0, 1], step: §0.05 }")),
        Of("a step of a month", "SD2012", Made.Items("n: { type: date, range: [2024-01-01, 2024-12-31], step: §1mo }")),
        Of("a listed cell that does not fit", "SD2012", Made.Shop("""
            items:
              rows: [ { code: 1 }, { code: §x } ]
              columns: { code: { type: int64 } }
            """)),
        Of("a condition that is no value of its column", "SD2012", Made.Items("""
            n: { type: int64, range: [1, 3] }
            m: { given: n, values: { §one: [a], else: [b] } }
            """)),
        Of("a count between expressions", "SD2012", Counted("{ between: [1, §seats] }")),
        Of("more of one parent than anybody counts", "SD2055", Counted("§9_000_000_000_000_000_000")),
        Of("an expression of another type", "SD2013", Made.Items("n: { type: §int64, expr: 1.5 + 1 }")),
        Of("a uuid in a number", "SD2013", Made.Items("n: { type: §int64, uuid: true }")),
        Of("a range of texts", "SD2053", Made.Items("n: { type: string, range: §[a, b] }")),
        Of("an end of another type", "SD2013", Made.Items("""
            t: { type: timestamp, range: [2024-01-01, 2024-12-31] }
            n: { type: date, range: [2024-01-01, §t] }
            """)),
        Of("cases of two types", "SD2013", Made.Items("""
            a: { type: int64, range: [1, 3] }
            n: { cases: [ { when: a > 1, constant: 1 }, §{ else: { uuid: true } } ] }
            """)),
        Of("a count that is a text", "SD2051", Counted("§name")),
        Of("a to of another type", "SD2052", Made.Shop("""
            customers: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
            orders: { rows: 3, columns: { customer: { constant: x, to: §customers.id } } }
            """)),
        Of("a range whose ends say no type", "SD2014", Made.Items("n: { range: §[-3y, today] }")),
        Of("a distribution without type", "SD2014", Made.Items("n: { distribution: §{ normal: { mean: 1, sd: 1 } } }")),
        Of("a duration as a column", "SD2014", Made.Items("§n: { expr: 14d }")),
        Of("a duration as a parameter of a number", "SD2016", Made.Items("n: { type: int64, range: [1, 9], distribution: { §normal: { mean: 3, sd: 2d } } }")),
        Of("a bare lognormal from zero", "SD2016", Made.Items("n: { type: double, range: §[0, 9], distribution: lognormal }")),
        Of("a bare lognormal count from zero", "SD2016", Counted("{ between: [0, 9], distribution: §lognormal }")),
        Of("a text that is no JSON", "SD2012", Made.Items("n: { type: json, constant: '§a: 1' }")),
        Of("a p90 below its median", "SD2016", Made.Items("n: { type: double, range: [1, 9], distribution: { §lognormal: { median: 5, p90: 3 } } }")),
        Of("a range that its distribution rarely meets", "SD2017", Made.Items("n: { type: double, range: §[1, 2], distribution: { normal: { mean: 1.5, sd: 1000 } } }")),
        Of("a count that its distribution rarely meets", "SD2017", Counted("{ between: [0, 1], distribution: { §normal: { mean: 1, sd: 1000 } } }")),
        Of("a correlation with no column", "SD2041", Made.Items("""
            a: { range: [1, 9] }
            b: { range: [1, 9] }
            c: { range: [1, 9] }
            d: { values: { x: 1, y: 2 }, exact: true }
            e: { values: [1, 2, null] }
            id: { uuid: true }
            """, rest: "correlations: [ { between: [a, §z], r: 0.5 } ]")),
        Of("a correlation with a key", "SD2307", Made.Items("""
            a: { range: [1, 9] }
            b: { range: [1, 9] }
            c: { range: [1, 9] }
            d: { values: { x: 1, y: 2 }, exact: true }
            e: { values: [1, 2, null] }
            id: { uuid: true }
            """, rest: "correlations: [ { between: [a, §id], r: 0.5 } ]")),
        Of("a correlation with exact shares", "SD2307", Made.Items("""
            a: { range: [1, 9] }
            b: { range: [1, 9] }
            c: { range: [1, 9] }
            d: { values: { x: 1, y: 2 }, exact: true }
            e: { values: [1, 2, null] }
            id: { uuid: true }
            """, rest: "correlations: [ { between: [a, §d], r: 0.5 } ]")),
        Of("a correlation with values of which one is null", "SD2307", Made.Items("""
            a: { range: [1, 9] }
            b: { range: [1, 9] }
            c: { range: [1, 9] }
            d: { values: { x: 1, y: 2 }, exact: true }
            e: { values: [1, 2, null] }
            id: { uuid: true }
            """, rest: "correlations: [ { between: [a, §e], r: 0.5 } ]")),
        Of("correlations that contradict each other", "SD2308", Made.Items("""
            a: { range: [1, 9] }
            b: { range: [1, 9] }
            c: { range: [1, 9] }
            d: { values: { x: 1, y: 2 }, exact: true }
            e: { values: [1, 2, null] }
            id: { uuid: true }
            """, rest: "correlations: [ { between: [a, b], r: 0.9 }, { between: [b, c], r: 0.9 }, §{ between: [a, c], r: -0.5 } ]")),
        Of("a correlation with an ordered column", "SD2307", Made.Shop("""
            plans: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
            items:
              rows: { per: plans, count: 3 }
              columns: { plan: { references: plans.id }, a: { range: [1, 9] }, b: { range: [1, 9], ordered: true } }
              correlations: [ { between: [a, §b], r: 0.5 } ]
            """)),
        Of("a check digit that a placeholder loses its end to", "SD2023", Made.Items("id: { sequence: 1 }\ncard: { template: '§4{id:000000000000000}', check_digit: luhn, unique: true }")),
        Of("more rows than a pattern has without its check digit", "SD2022", Made.Items("§card: { pattern: '[0-9]{3}', check_digit: luhn, unique: true }", rows: 101)),
        Of("an object with a duration", "SD2013", Made.Items("o: { object: { a: { b: [1, §3d] } } }")),
        Of("an object of another type", "SD2013", Made.Items("o: { type: §int64, object: { a: 1 } }")),
        Of("an object with no such column", "SD2110", Made.Items("o: { object: { a: §b } }")),
        Of("a date as a place where dates have no beginning", "SD2016", Made.Items("""
            a: { type: date, range: [2024-01-01, 2024-06-30] }
            b: { type: date, range: [a, 2024-12-31], distribution: { §triangular: { mode: 2024-08-01 } } }
            """)),
        Of("a weight beside popularity", "SD2062", Made.Shop("""
            products: { rows: 3, key: id, columns: { id: { sequence: 1 }, w: { range: [1, 9] }, name: { values: [x, y] } } }
            orders: { rows: 3, columns: { product: { references: products.id, weight: §products.w, skew: { zipf: 1 } } } }
            """)),
        Of("a weight beside unique", "SD2062", Made.Shop("""
            products: { rows: 3, key: id, columns: { id: { sequence: 1 }, w: { range: [1, 9] }, name: { values: [x, y] } } }
            orders: { rows: 3, columns: { product: { references: products.id, weight: §products.w, unique: true } } }
            """)),
        Of("a where beside unique", "SD2062", Made.Shop("""
            products: { rows: 3, key: id, columns: { id: { sequence: 1 }, w: { range: [1, 9] }, name: { values: [x, y] } } }
            orders: { rows: 3, columns: { product: { references: products.id, where: §products.w > 1, unique: true } } }
            """)),
        Of("a where of earlier rows", "SD2062", Made.Shop("""
            staff: { rows: 3, key: id, columns: { id: { sequence: 1 }, w: { range: [1, 9] }, boss: { references: staff.id, earlier: true, where: §staff.w > 1 } } }
            """)),
        Of("a weight that is a text", "SD2063", Made.Shop("""
            products: { rows: 3, key: id, columns: { id: { sequence: 1 }, w: { range: [1, 9] }, name: { values: [x, y] } } }
            orders: { rows: 3, columns: { product: { references: products.id, weight: §products.name } } }
            """)),
        Of("a where that reads no parent", "SD2064", Made.Shop("""
            products: { rows: 3, key: id, columns: { id: { sequence: 1 }, w: { range: [1, 9] }, name: { values: [x, y] } } }
            orders: { rows: 3, columns: { product: { references: products.id, where: §a = 1 }, a: { range: [1, 2] } } }
            """)),
        Of("a weight of a model", "SD2065", Made.Shop("""
            products: { rows: 3, key: id, columns: { id: { sequence: 1 }, stars: { type: int64, prompt: How many? } } }
            orders: { rows: 3, columns: { product: { references: products.id, weight: §products.stars } } }
            """), new GenerationRequest { Text = TextSource.Row, Model = "openai/gpt" }),
        Of("a weight below nothing", "SD2066", Made.Shop("""
            products: { rows: 3, key: id, columns: { id: { sequence: 1 }, w: { values: [ -3 ] }, name: { values: [x, y] } } }
            orders: { rows: 3, columns: { product: { references: products.id, weight: §products.w } } }
            """)),
        Of("weights that are nothing", "SD2067", Made.Shop("""
            products: { rows: 3, key: id, columns: { id: { sequence: 1 }, w: { values: [0] }, name: { values: [x, y] } } }
            orders: { rows: 3, columns: { product: { references: products.id, weight: §products.w } } }
            """)),
        Of("a where that nobody keeps", "SD2068", Made.Shop("""
            products: { rows: 3, key: id, columns: { id: { sequence: 1 }, w: { range: [1, 9] }, name: { values: [x, y] } } }
            orders: { rows: 3, columns: { product: { references: products.id, where: §products.w > 9 } } }
            """)),
        Of("a weight of more parents than can be kept", "SD2069", Made.Shop("""
            products: { rows: 3_000_000_000, key: id, columns: { id: { sequence: 1 }, w: { range: [1, 9] }, name: { values: [x, y] } } }
            orders: { rows: 3, columns: { §product: { references: products.id, weight: products.id } } }
            """)),
        Of("a mean outside its range", "SD2061", Made.Items("n: { type: double, range: §[100, 200], distribution: { normal: { mean: 0, sd: 1 } } }")),
        Of("a median outside its range", "SD2061", Made.Items("n: { type: decimal(2), range: §[1, 9], distribution: { lognormal: { median: 10, sigma: 1 } } }")),
        Of("a mode outside its range", "SD2061", Made.Items("n: { type: date, range: §[2024-01-01, 2024-01-31], distribution: { triangular: { mode: 40d } } }")),
        Of("a mean of a mixture's part outside its range", "SD2061",
            Made.Items("n: { type: double, range: §[0, 9], distribution: { mixture: [ { weight: 1, normal: { mean: 1, sd: 1 } }, { weight: 2, gamma: { shape: 2, scale: 5 } } ] } }")),
        Of("a mean farther than its distances", "SD2061",
            Made.Items("a: { type: timestamp, range: [2024-01-01, 2024-02-01] }\nb: { type: timestamp, after: a, within: §[2h, 6d], distribution: { exponential: { mean: 10d } } }")),
        Of("a mean of a count outside its ends", "SD2061", Counted("{ between: [0, 5], distribution: { §poisson: 7 } }")),
        Of("a count below none", "SD2061", Counted("{ §normal: { mean: -50, sd: 2 } }")),
        Of("a shape beyond the functions", "SD2016", Made.Items("n: { type: double, distribution: { §gamma: { shape: 20000, mean: 3 } } }")),
        Of("a shape that is a duration", "SD2016", Made.Items("n: { type: date, range: [2024-01-01, 2024-12-31], distribution: { §gamma: { shape: 2d, mean: 30d } } }")),
        Of("tries beyond the tables", "SD2016", Made.Items("n: { type: int64, range: [0, 5000000000], distribution: { §binomial: { n: 4000000000, p: 0.5 } } }")),
        Of("a beta of whole numbers without range", "SD2016", Made.Items("n: { type: int64, distribution: { §beta: { alpha: 2, beta: 2 } } }")),
        Of("a beta beyond the functions", "SD2016", Made.Items("n: { type: double, distribution: { §beta: { alpha: 20000, beta: 2 } } }")),
        Of("a triangle upside down", "SD2016", Made.Items("n: { type: double, distribution: { §triangular: { min: 5, mode: 4, max: 9 } } }")),
        Of("a triangle without ends", "SD2214", Made.Items("n: { type: double, distribution: { mixture: [ { weight: 1, §triangular: { mode: 4 } }, { weight: 1, uniform: { min: 1, max: 2 } } ] } }")),
        Of("a uniform upside down", "SD2016", Made.Items("n: { type: double, distribution: { §uniform: { min: 5, max: 4 } } }")),
        Of("a uniform between two whole numbers", "SD2016", Made.Items("n: { type: int64, distribution: { §uniform: { min: 0.2, max: 0.8 } } }")),
        Of("quantiles that fall", "SD2016", Made.Items("n: { type: double, distribution: { empirical: { quantiles: [1, 5, §4] } } }")),
        Of("observed durations of a number", "SD2016", Made.Items("n: { type: double, distribution: { empirical: { values: [1, §2d] } } }")),
        Of("dates from a binomial", "SD2212", Made.Items("n: { type: date, range: [2024-01-01, 2024-12-31], distribution: { §binomial: { n: 9, p: 0.5 } } }")),
        Of("texts from a gamma", "SD2053", Made.Items("n: { type: string, distribution: §{ gamma: { shape: 2, mean: 4 } } }")),
        Of("a value without case", "SD2018", Made.Items("""
            a: { values: [x, y, z] }
            n: { given: a, values: §{ x: [p], y: [q] } }
            """)),
        Of("a combination without case", "SD2018", Made.Items("""
            a: { values: [x, y] }
            b: { values: [true, false], type: bool }
            n: { given: [a, b], values: §{ [x, true]: [p], [x, false]: [q], [y, true]: [r] } }
            """)),
        Of("an open column without else", "SD2019", Made.Items("""
            a: { type: int64, range: [1, 9] }
            n: { given: a, values: §{ 1: [p], 2: [q] } }
            """)),
        Of("a column with nulls without else", "SD2019", Made.Items("""
            a: { values: [x, y], nulls: 10% }
            n: { given: a, values: §{ x: [p], y: [q] } }
            """)),
        Of("a case that never holds", "SD2020", Made.Items("""
            a: { values: [bike, part] }
            n: { given: a, values: { bike: [p], §parts: [q], else: [r] } }
            """)),
        Of("weights of nothing", "SD2021", Made.Items("n: { values: §{ a: 0, b: 0 } }")),
        Of("weights of no count", "SD2021", Counted("§{ 1: 0, 2: 0 }")),
        Of("a pattern too small", "SD2022", Made.Items("§code: { pattern: '[A-E][0-9]', unique: true }")),
        Of("distinct children of too few", "SD2022", Made.Shop("""
            orders: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
            products: { rows: 4, key: id, columns: { id: { sequence: 1 } } }
            lines:
              rows: { per: orders, count: 5 }
              key: [order, product]
              columns:
                order: { references: orders.id }
                §product: { references: products.id }
            """)),
        Of("a unique template without unique part", "SD2023", Made.Items("""
            a: { values: [x, y] }
            b: { template: '§{a}-1', unique: true }
            """)),
        Of("a unique template whose parts run together", "SD2023", Made.Items("""
            id: { sequence: 1 }
            n: { type: int64, range: [1, 100] }
            b: { template: '§{n}{id}', unique: true }
            """)),
        Of("a unique reference by popularity", "SD2023", Made.Shop("""
            customers: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
            cards: { rows: 3, columns: { §customer: { references: customers.id, unique: true, skew: { zipf: 1.1 } } } }
            """)),
        Of("a unique reference to an earlier row", "SD2023", Made.Items("""
            id: { sequence: 1 }
            §boss: { references: items.id, earlier: true, unique: true }
            """, rest: "key: id")),
        Of("a key of categories", "SD2024", Made.Items("code: { values: [a, b] }", rest: "key: §code")),
        Of("a key with nulls", "SD2024", Made.Items("§code: { sequence: 1, nulls: 10% }", rest: "key: code")),
        Of("a key from a prompt", "SD2024", Made.Items("code: { prompt: §A code., fallback: { constant: x } }", rest: "key: code")),
        Of("composite uniqueness of drawn columns", "SD2025", Made.Items("""
            a: { values: [x, y] }
            b: { type: int64, range: [1, 1000] }
            """, rest: "rules: [ §{ unique: [a, b] } ]")),
        Of("a unique rule over one drawn column", "SD2025", Made.Items("n: { type: int64, range: [1, 1000] }", rest: "rules: [ §{ unique: n } ]")),
        Of("a composite key of drawn columns", "SD2025", Made.Items("""
            a: { values: [x, y] }
            b: { type: int64, range: [1, 1000] }
            """, rest: "key: §[a, b]")),
        Of("more rows than parents", "SD2026", Made.Shop("""
            customers: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
            orders: { rows: 4, columns: { §customer: { references: customers.id, unique: true } } }
            """)),
        Of("no parents", "SD2027", Made.Shop("""
            customers: { rows: 0, key: id, columns: { id: { sequence: 1 } } }
            orders: { rows: 4, columns: { §customer: { references: customers.id } } }
            """)),
        Of("a prompt that nothing fills", "SD2028", Made.Items("a: { prompt: §'A title.' }")),
        Of("a guessed source", "SD2029", Made.Items("§first_name: { }")),
        Of("no source", "SD2030", Made.Items("§gizmo: { type: string }")),
        Of("a guess under strict", "SD2031", Made.Items("§zip: { }"), new GenerationRequest { IsStrict = true }),
        Of("a rule over keys", "SD2034", Made.Items("id: { sequence: 1 }", rest: "rules: [ §id > 0 ]")),
        Of("a share tighter than luck", "SD2035", Made.Items("a: { values: [x, y] }", rest: "rules: [ §{ share: a = 'x', is: 50%, within: 1% } ]")),
        Of("a number of rows outside the rule", "SD2036", Made.Items("a: { values: [x, y] }", rest: "rules: [ §{ rows: { between: [800, 900] } } ]")),
        Of("a count that reads what a redraw changes", "SD2411", Redrawn("seats: { type: int64, range: [1, 3] }", """
            users: { rows: §{ per: plans, count: seats }, columns: { plan: { references: plans.id } } }
            """), Model),
        Of("a weight that a redraw changes", "SD2411", Redrawn("seats: { type: int64, range: [1, 3] }", """
            users: { rows: 3, columns: { plan: { references: plans.id, weight: §plans.seats } } }
            """), Model),
        Of("a where over what a redraw changes", "SD2411", Redrawn("size: { values: [s, m] }", """
            users: { rows: 3, columns: { size: { values: [s, m] }, plan: { references: plans.id, where: §plan.size = size } } }
            """), Model),
        Of("an aggregate of rows that follow from what a redraw changes", "SD2411", Redrawn("seats: { type: int64, range: [1, 3] }", """
            teams: { rows: { per: plans, count: 2 }, key: id, columns: { id: { sequence: 1 }, plan: { references: plans.id }, used: { expr: §sum(users.seats) } } }
            users: { rows: { per: teams, count: 2 }, columns: { team: { references: teams.id }, seats: { expr: team.plan.seats } } }
            """), Model),
        Of("a redraw of rows that read rows before them", "SD2412", Made.Shop("""
            teams: { rows: 2, key: id, columns: { id: { sequence: 1 } } }
            steps:
              rows: { per: teams, count: 2 }
              unsolved: §redraw
              columns:
                team: { references: teams.id }
                gain: { type: int64, range: [1, 3] }
                total: { expr: 'previous(total, 0) + gain', type: int64 }
                note: { prompt: 'What was gained by {gain}.' }
            """), Model),
        Of("unsolved rows that want a fallback without one", "SD2413", Made.Items("a: { values: [x, y] }\n§b: { prompt: 'About {a}.' }", rest: "unsolved: fallback"), Model),
        Of("a fallback that reads another prompt", "SD2414", Made.Items(
            "a: { prompt: A title., fallback: { constant: x } }\n§b: { prompt: A line., fallback: { template: 'About {a}.' } }", rest: "unsolved: fallback"), Model),
        Of("a count that reads a model", "SD2037", Made.Shop("""
            plans: { rows: 3, key: id, columns: { id: { sequence: 1 }, seats: { type: int64, prompt: How many. } } }
            users: { rows: §{ per: plans, count: seats }, columns: { plan: { references: plans.id } } }
            """), Model),
        Of("a similarity of numbers", "SD2421", Made.Items("a: { type: int32, prompt: A number., similarity: §60%, fallback: { constant: 1 } }")),
        Of("a prompt over a prompt", "SD2038", Made.Items("""
            a: { prompt: A title. }
            b: { type: string, expr: lower(a) }
            §c: { prompt: 'More on {b}.' }
            """), Model),
        Of("exact given what is not", "SD2039", Made.Items("""
            a: { values: [x, y] }
            b: { given: a, values: §{ x: [p], y: [q] }, exact: true }
            """)),
        Of("exact nulls beside when", "SD2050", Made.Items("""
            a: { values: [x, y] }
            b: { constant: 1, when: a = 'x', nulls: §{ share: 10%, exact: true } }
            """)),
        Of("exact nulls given what is not exact", "SD2039", Made.Items("""
            a: { values: [x, y] }
            b: { given: a, values: { x: [p], y: [q] }, nulls: §{ share: { x: 10%, y: 20% }, exact: true } }
            """)),
        Of("a quoted list that no rows give", "SD2040", Made.Items("§\"a, b\": { type: string }")),
        Of("a rule over no column", "SD2041", Made.Items("code: { sequence: 1 }", rest: "rules: [ §{ unique: [codes] } ]")),
        Of("a key that is no column", "SD2041", Made.Items("code: { sequence: 1 }", rest: "key: §codes")),
        Of("rows asked for a per table", "SD2042", Made.Shop("""
            plans: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
            users: { rows: §{ per: plans, count: 2 }, columns: { plan: { references: plans.id } } }
            """), new GenerationRequest { Rows = { ["users"] = 3 } }),
        Of("rows asked for a listed table", "SD2042", Made.Shop("""
            plans:
              rows: §[ { code: a }, { code: b } ]
            """), new GenerationRequest { Rows = { ["plans"] = 3 } }),
        Of("fewer than no rows", "SD2043", Made.Items("a: { constant: 1 }"), new GenerationRequest { Rows = { ["items"] = -3 } }),
        Of("distinct without per", "SD2044", Made.Shop("""
            products: { rows: 4, key: id, columns: { id: { sequence: 1 } } }
            lines:
              rows: 3
              columns:
                order: { sequence: 1 }
                product: { references: products.id, distinct: §order }
            """)),
        Of("a table of hidden columns", "SD2045", Made.Shop("""
            §items: { rows: 3, columns: { a: { constant: 1, hidden: true } } }
            """)),
        Of("a shard of a model's table", "SD2046", Made.Shop("""
            §items: { rows: 3, columns: { a: { prompt: A title. } } }
            """), Model with { Shard = new ShardRequest(1, 2) }),
        Of("a sequence over its type", "SD2047", Made.Items("§a: { type: int32, sequence: 2147483600 }")),
        Of("a sequence over int64", "SD2047", Made.Items("§a: { sequence: { start: 9223372036854775800, step: 1 } }")),
        Of("rows beyond counting", "SD2054", Made.Items("a: { constant: 1 }").Replace("rows: 100", "rows: §9223372036854775807", StringComparison.Ordinal)),
        Of("a scale beyond counting", "SD2054", Made.Items("a: { constant: 1 }").Replace("rows: 100", "rows: §100", StringComparison.Ordinal), new GenerationRequest { Scale = 1e27m }),
        Of("children beyond counting", "SD2054", Made.Shop("""
            plans: { rows: 9000000, key: id, columns: { id: { sequence: 1 } } }
            users: { rows: §{ per: plans, count: 1099511627776 }, columns: { plan: { references: plans.id } } }
            """)),
        Of("a count below nothing", "SD2055", Made.Shop("""
            plans: { rows: 9, key: id, columns: { id: { sequence: 1 } } }
            users: { rows: { per: plans, count: { between: [§-1, 2] } }, columns: { plan: { references: plans.id } } }
            """)),
        Of("parents beyond counting", "SD2056", Made.Shop("""
            plans: { rows: 900000000000, key: id, columns: { id: { sequence: 1 } } }
            users: { rows: §{ per: plans, count: 1 }, columns: { plan: { references: plans.id } } }
            """)),
        Of("ends of a double too far apart", "SD2057", Made.Items("n: { type: double, range: §[-1.7e308, 1.7e308] }")),
        Of("an expression without a value", "SD2058", Made.Items("n: { expr: §exp(1000) }")),
        Of("a constant too large for its column", "SD2058", Made.Items("n: { type: int32, expr: §3000000000 }")),
        Of("a value in two spellings", "SD2059", Made.Items("n: { values: [1, §01, 2] }")),
        Of("a step wider than its range", "SD2060", Made.Items("n: { type: decimal(2), range: §[0, 1], step: 3 }")),
        Of("a range within one second", "SD2060", Made.Items("n: { range: §['2024-01-01T00:00:00.000001', '2024-01-01T00:00:00.000009'] }")),
        Of("a mean beyond the tables", "SD2016", Made.Items("n: { type: int64, range: [0, 5000000000], distribution: { §poisson: 500000000 } }")),
        Of("a composite reference to two tables", "SD2048", Made.Shop("""
            a: { rows: 3, key: x, columns: { x: { sequence: 1 } } }
            b: { rows: 3, key: y, columns: { y: { sequence: 1 } } }
            c: { rows: 3, columns: { "x, y": { references: §[a.x, b.y] } } }
            """)),

        Of("coverage of a range", "SD2092", Made.Items("a: { range: [1, 9] }", rest: "coverage: §{ each: [a] }")),
        Of("coverage of what may not be there", "SD2092", Made.Items("a: { values: [x, y] }\nb: { values: [u, v], when: a = 'x' }", rest: "coverage: §{ all: [a, b] }")),
        Of("coverage of a category without its condition", "SD2092", Made.Items("a: { values: [x, y] }\nb: { given: a, values: { x: [u], y: [v] } }", rest: "coverage: §{ each: [b] }")),
        Of("coverage of an exact group", "SD2092", Made.Items("a: { values: [x, y], exact: true }\nb: { given: a, values: { x: [u], y: [v] }, exact: true }", rest: "coverage: §{ all: [a, b] }")),
        Of("coverage each and together", "SD2092", Made.Items("a: { values: [x, y] }\nb: { values: [u, v] }", rest: "coverage: §{ each: [a], all: [a, b] }")),
        Of("coverage of more rows than there are", "SD2093", Made.Items("a: { values: [x, y] }\nb: { values: [u, v] }", rows: 4, rest: "pinned: [ { a: x } ]\ncoverage: §{ all: [a, b] }")),
        Of("coverage of what a rule forbids", "SD2094", Made.Items("a: { values: [x, y] }\nb: { values: [u, v] }", rest: "coverage: §{ all: [a, b] }\nrules: [ \"a <> 'x' or b <> 'v'\" ]")),
        Of("coverage of more than an exact share", "SD2087", Made.Items("a: { values: { x: 99, y: 1 }, exact: true }", rows: 10, rest: "coverage: §{ each: [a] }")),
        Of("faults nobody sees", "SD2088", Made.Items("a: { constant: x, hidden: true, faults: §{ typo: 1% } }\nb: { constant: 1 }")),
        Of("faults of a key that others refer to", "SD2088", Made.Shop("""
            customers: { rows: 3, key: id, columns: { id: { sequence: 1, faults: §{ duplicate: 1% } } } }
            orders: { rows: 3, columns: { customer: { references: customers.id } } }
            """)),
        Of("orphans of a parent that rows are counted within", "SD2088", Made.Shop("""
            customers: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
            orders: { rows: { per: customers, count: 2 }, columns: { customer: { references: customers.id, orphans: §1% }, n: { position: true } } }
            """)),
        Of("faults of columns together", "SD2088", Made.Items("\"a, b\": { tuples: [ [x, y] ], faults: §{ typo: 1% } }")),
        Of("faults that an aggregate reads", "SD2088", Made.Shop("""
            orders: { rows: 3, key: id, columns: { id: { sequence: 1 }, total: { expr: sum(lines.n) } } }
            lines: { rows: { per: orders, count: 2 }, columns: { order: { references: orders.id }, n: { range: [1, 9], faults: §{ outlier: 1% } } } }
            """)),
        Of("exact faults that not every value takes", "SD2088", Made.Items("a: { semantic: person.full_name, faults: §{ typo: 1%, exact: true } }")),
        Of("a typo in a number", "SD2089", Made.Items("a: { range: [1, 9], faults: { §typo: 1% } }")),
        Of("a typo in a reference", "SD2089", Made.Shop("""
            plans: { rows: 10, key: code, columns: { code: { pattern: '[A-Z]{3}' } } }
            items: { rows: 3, columns: { plan: { references: plans.code, faults: { §typo: 1% } } } }
            """)),
        Of("a null that could be right", "SD2089", Made.Items("a: { range: [1, 9], nulls: 3%, faults: { §'null': 1% } }")),
        Of("out of no range", "SD2089", Made.Items("a: { values: [x], faults: { §out_of_range: 1% } }")),
        Of("an outlier of dates", "SD2089", Made.Items("a: { type: date, range: [2024-01-01, 2024-02-01], faults: { §outlier: 1% } }")),
        Of("a duplicate of what repeats anyway", "SD2089", Made.Items("a: { values: [x], faults: { §duplicate: 1% } }")),
        Of("an orphan of nobody", "SD2089", Made.Items("a: { values: [x], faults: { §orphan: 1% } }")),
        Of("an orphan of a listed table", "SD2089", Made.Shop("""
            nations: { rows: [ { code: NL }, { code: BE } ], key: code }
            items: { rows: 3, columns: { nation: { references: nations.code, orphans: §1% } } }
            """)),
        Of("an unlisted truth", "SD2089", Made.Items("a: { type: bool, values: [true, false], faults: { §unlisted: 1% } }")),
        Of("malformed without a pattern", "SD2089", Made.Items("a: { values: [x], faults: { §malformed: 1% } }")),
        Of("a label that a column reads", "SD2090", Made.Items("a: { values: [x], faults: { typo: 1%, label: bad } }\n§b: { expr: \"coalesce(bad, 'x')\" }")),
        Of("a label that a rule reads", "SD2090", Made.Items("a: { values: [x], faults: { typo: 1%, label: bad } }", rest: "rules: [ §bad is null ]")),
        Of("orphans without a free key", "SD2091", Made.Shop("""
            plans: { rows: 10, key: code, columns: { code: { pattern: '[0-9]' } } }
            items: { rows: 3, columns: { plan: { references: plans.code, orphans: §1% } } }
            """)),
        Of("a computed cell that is pinned", "SD2080", Made.Items("a: { range: [1, 9] }\nb: { expr: a * 2 }", rest: "pinned: [ { a: 3 }, { b: §6 } ]")),
        Of("a template that is pinned", "SD2080", Made.Items("a: { range: [1, 9] }\nb: { template: 'x{a}' }", rest: "pinned: [ { b: §x6 } ]")),
        Of("a prompt that is pinned", "SD2080", Made.Items("a: { prompt: A word., fallback: { constant: x } }", rest: "pinned: [ { a: §x6 } ]")),
        Of("a per parent that is pinned", "SD2080", PinnedOrders("{ customer: §1 }")),
        Of("a position that is pinned", "SD2080", PinnedOrders("{ n: §1 }")),
        Of("a distinct reference that is pinned", "SD2080", PinnedOrders("{ twice: §2 }")),
        Of("a one-to-one reference that is pinned", "SD2080", PinnedOrders("{ once: §2 }")),
        Of("half a composite reference that is pinned", "SD2080", PinnedOrders("{ x: §1 }")),
        Of("an exact group that is pinned", "SD2080", Made.Items("""
            a: { values: [x, y], exact: true }
            b: { given: a, values: { x: [u, v], y: [w] }, exact: true }
            """, rest: "pinned: [ { b: §u } ]")),
        Of("a category that is pinned to another", "SD2081", Made.Items("a: { values: [x, y] }", rest: "pinned: [ { a: x }, { a: §z } ]")),
        Of("a tuple that is pinned to another", "SD2081", Made.Items("\"a, b\": { tuples: [ [x, 1], [y, 2] ] }", rest: "pinned: [ { a: §x, b: 2 } ]")),
        Of("a tuple that is pinned in part and could be several", "SD2081", Made.Items("\"a, b\": { tuples: [ [x, 1], [x, 2] ] }", rest: "pinned: [ { a: §x } ]")),
        Of("a pinned cell of another type", "SD2012", Made.Items("a: { type: int64, range: [1, 9] }", rest: "pinned: [ { a: §two } ]")),
        Of("a key that is pinned twice", "SD2082", Made.Items("a: { sequence: 1 }", rest: "key: a\npinned: [ { a: 500 }, { a: §500 } ]")),
        Of("a key that is pinned to null", "SD2082", Made.Items("a: { uuid: true }", rest: "key: a\npinned: [ { a: §null } ]")),
        Of("a key that is pinned to that of another row", "SD2082", Made.Items("a: { sequence: 1 }", rest: "key: a\npinned: [ { a: §7 } ]")),
        Of("a unique text that is pinned to that of another row", "SD2082", Made.Items("a: { pattern: '[a-d]{3}', unique: true }", rows: 64, rest: "pinned: [ { a: §abc } ]")),
        Of("a pinned cell out of range", "SD2083", Made.Items("a: { range: [1, 9] }", rest: "pinned: [ { a: §10 } ]")),
        Of("a pinned cell before its row's", "SD2083", Made.Items("""
            a: { type: date, range: [2024-06-01, 2024-06-30] }
            b: { type: date, after: a, within: [1d, 9d] }
            """, rest: "pinned: [ { b: §2024-01-01 } ]")),
        Of("a pinned null that nothing makes", "SD2083", Made.Items("a: { range: [1, 9] }", rest: "pinned: [ { a: §null } ]")),
        Of("a pinned cell whose condition does not hold", "SD2083", Made.Items("""
            a: { values: [x, y] }
            b: { range: [1, 9], when: a = 'x' }
            """, rest: "pinned: [ { a: y, b: §3 } ]")),
        Of("a pinned category of another condition", "SD2083", Made.Items("""
            a: { values: [x, y] }
            b: { given: a, values: { x: [u], y: [v] } }
            """, rest: "pinned: [ { b: §v, a: x } ]")),
        Of("a pinned row that never keeps a rule", "SD2084", Made.Items("a: { range: [1, 9] }\nb: { range: [1, 9] }", rest: "rules: [ a < b ]\npinned: [ { a: 8 }, { a: §9 } ]")),
        Of("a pinned reference to nobody", "SD2085", PinnedOrders("{ other: §99 }")),
        Of("a pinned reference to a later row", "SD2085", Made.Items("id: { sequence: 1 }\nboss: { references: items.id, earlier: true }", rest: "key: id\npinned: [ { }, { boss: §2 } ]")),
        Of("more pinned rows than rows", "SD2086", Made.Items("a: { range: [1, 9] }", rows: 1, rest: "pinned: [ { a: 8 }, §{ a: 9 } ]")),
        Of("more pinned than an exact share", "SD2087", Made.Items("a: { values: { x: 90, y: 10 }, exact: true }", rows: 10, rest: "pinned: [ { a: y }, { a: §y } ]")),
    ];

    private static GenerationRequest Model => new() { Model = "openai/none" };

    private static string PinnedOrders(string row) => Made.Shop($$"""
        customers: { rows: 3, key: id, columns: { id: { sequence: 1 }, x: { pattern: '[a-z]' } }, rules: [ { unique: [id, x] } ] }
        orders:
          rows: { per: customer, count: 1 }
          pinned: [ {{row}} ]
          columns:
            customer: { references: customers.id }
            n:        { position: true }
            twice:    { references: customers.id, distinct: customer }
            once:     { references: customers.id, unique: true }
            other:    { references: customers.id }
            "x, y":   { references: [customers.id, customers.x] }
        """);

    private static (string Name, string Code, string Schema, GenerationRequest Request) Of(string name, string code, string schema, GenerationRequest? request = null) =>
        (name, code, schema, request ?? new GenerationRequest());

    private static string Redrawn(string column, string more) => Made.Shop($$"""
        plans: { rows: 3, key: id, unsolved: redraw, columns: { id: { sequence: 1 }, {{column}}, motto: { prompt: 'A motto.' } } }
        {{more}}
        """);

    private static string PerReference(string modifier) => Made.Shop($$"""
        customers: { rows: 3, key: id, columns: { id: { sequence: 1 } } }
        orders: { rows: { per: customers, count: 2 }, columns: { §customer: { references: customers.id, {{modifier}} } } }
        """);

    private static string Counted(string count) => Made.Shop($$"""
        plans: { rows: 3, key: id, columns: { id: { sequence: 1 }, name: { values: [a, b] }, seats: { type: int64, range: [1, 5] } } }
        users: { rows: { per: plans, count: {{count}} }, columns: { plan: { references: plans.id } } }
        """);
}
