using System.Collections.Immutable;

namespace SynthData.Catalogue;

/// <summary>Every way to fill a column, in the order the language reference has them.</summary>
internal static class SourceKinds
{
    public static ImmutableArray<SourceKind> All { get; } =
    [
        new(
            "sequence",
            "Counts up from a start.",
            "int64", PrefixStability.Stable, "sequence: 1001"),
        new(
            "uuid",
            "An identifier of version 8 from the key stream.",
            "uuid", PrefixStability.Stable, "uuid: true"),
        new(
            "position",
            "1, 2, 3 within the parent.",
            "int64", PrefixStability.StablePerParent, "position: true"),
        new(
            "values",
            "One of a list, by weight.",
            "int64 when all values are whole, double when all are numbers, else string", PrefixStability.StableUnlessUniqueOrExact,
            "values: { consumer: 80, business: 15, club: 5 }"),
        new(
            "range",
            "Between two ends, both included.",
            "from the ends", PrefixStability.Stable, "range: [3, 250]"),
        new(
            "after",
            "A distance later than an expression.",
            "date or timestamp, as the expression", PrefixStability.AsWhatItReads, "{ after: ordered_at, within: [2h, 6d] }"),
        new(
            "before",
            "A distance earlier than an expression.",
            "date or timestamp, as the expression", PrefixStability.AsWhatItReads, "{ before: today, within: [1d, 30d] }"),
        new(
            "semantic",
            "A value with a meaning, coherent within the row.",
            "of the semantic type, mostly string", PrefixStability.StableUnlessUniqueOrExact, "semantic: person.full_name"),
        new(
            "pattern",
            "Text of a regular expression.",
            "string", PrefixStability.StableUnlessUniqueOrExact, "pattern: '[A-Z]{2}-[0-9]{4}'"),
        new(
            "template",
            "Text with other cells in it.",
            "string", PrefixStability.AsWhatItReads, "template: '{first} {last}'"),
        new(
            "expr",
            "Computed from the row and its parents.",
            "of the expression", PrefixStability.AsWhatItReads, "expr: quantity * price"),
        new(
            "object",
            "JSON with expressions as values; maps and lists nest.",
            "json", PrefixStability.AsWhatItReads, "object: { event: event, n: step * 2 }"),
        new(
            "references",
            "The key of a row of a parent table.",
            "of the parent's key", PrefixStability.StablePerParent, "references: customers.id"),
        new(
            "prompt",
            "Text a model writes, or knowledge, or the fallback.",
            "string", PrefixStability.AsWhatItReads, "prompt: Catalogue title of a {kind}."),
        new(
            "constant",
            "The same value in every row.",
            "int64, double or string, as written", PrefixStability.Stable, "constant: EUR"),
        new(
            "distribution",
            "A draw without ends.",
            "to be named", PrefixStability.Stable, "{ type: double, distribution: { normal: { mean: 140, sd: 3 } } }"),
        new(
            "cases",
            "The source of the first case that holds.",
            "of the first case", PrefixStability.AsWhatItReads,
            "cases: [ { when: a > 1, constant: x }, { else: { constant: n } } ]"),
        new(
            "series",
            "A time series within a parent.",
            "timestamp or number", PrefixStability.StablePerParent,
            "series: { start: account.opened_at, gap: { exponential: { mean: 36h } } }"),
        new(
            "tuples",
            "Several columns at once, from a list of rows.",
            "from the values, one by one", PrefixStability.StableUnlessUniqueOrExact, "tuples: [ [I10, Hypertension, 40], [I11, Heart disease, 9] ]"),
    ];
}
