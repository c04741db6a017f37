using System.Collections.Immutable;
using System.Globalization;
using SynthData.Diagnostics;

namespace SynthData.Rules.Validation;

/// <summary>Counts what in data breaks a schema, by kind, and keeps the first few of each kind.</summary>
/// <remarks>A kind is a diagnostic about one thing: a column, a rule, a file. Not thread-safe.</remarks>
internal sealed class Violations
{
    public const int ShownOfAKind = 3;

    private readonly Dictionary<(string Table, string Code, string Subject), Kind> kinds = [];
    private readonly List<Kind> inOrder = [];
    private readonly Dictionary<string, long> byTable = new(StringComparer.Ordinal);

    public long Total { get; private set; }

    public long Of(string table) => byTable.GetValueOrDefault(table);

    /// <param name="check">What was checked, for reports by check.</param>
    /// <param name="subject">What is wrong: with table and code it makes the kind.</param>
    /// <param name="position">Where the schema says otherwise.</param>
    /// <param name="arguments">The message's, asked for only where it is shown.</param>
    public void Add(string table, DiagnosticDescriptor descriptor, string check, string subject, SourcePosition? position, Func<object?[]> arguments)
    {
        if (!kinds.TryGetValue((table, descriptor.Code, subject), out Kind? kind))
        {
            kinds[(table, descriptor.Code, subject)] = kind = new Kind(table, check);
            inOrder.Add(kind);
        }

        Total++;
        byTable[table] = Of(table) + 1;
        kind.Count++;
        if (kind.Examples.Count < ShownOfAKind)
            kind.Examples.Add(descriptor.At(position, arguments()));
    }

    /// <summary>The examples by kind, in the order found; the last of a kind says how many there are.</summary>
    public ImmutableArray<Diagnostic> Report() => [.. inOrder.SelectMany(kind => kind.Report())];

    /// <summary>The examples of one check of a table.</summary>
    public ImmutableArray<Diagnostic> Of(string table, string check) =>
        [.. inOrder.Where(kind => kind.Table == table && kind.Check == check).SelectMany(kind => kind.Report())];

    /// <summary>The checks of a table that found something, in the order they did.</summary>
    public IEnumerable<string> ChecksOf(string table) => inOrder.Where(kind => kind.Table == table).Select(kind => kind.Check).Distinct();

    private sealed class Kind(string table, string check)
    {
        public string Table => table;

        public string Check => check;

        public List<Diagnostic> Examples { get; } = [];

        public long Count { get; set; }

        public IEnumerable<Diagnostic> Report()
        {
            if (Count == Examples.Count)
                return Examples;
            Diagnostic last = Examples[^1];
            string total = Count.ToString("N0", CultureInfo.InvariantCulture);
            return [.. Examples.SkipLast(1), last with { Message = $"{last.Message} {total} such in all." }];
        }
    }
}
