using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>One reading of one file: where its diagnostics go, and the checks every part of it shares.</summary>
internal sealed class SchemaReading(string file, DiagnosticBag bag)
{
    private const int MaxDiagnostics = 500;

    private int reported;

    public string File => file;

    /// <summary>The columns of files that empirical distributions name, in the order found.</summary>
    public List<SampleFile> SampleFiles { get; } = [];

    /// <summary>The other files that the schema names, relative to it.</summary>
    public SortedSet<string> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>How many diagnostics were found so far: a part read without a new one is whole.</summary>
    public int Reported => reported;

    public void Report(DiagnosticDescriptor descriptor, SourcePosition position, params object?[] args)
    {
        reported++;
        if (reported <= MaxDiagnostics)
            bag.Add(Capitalised(descriptor.At(position, args)));
        else if (reported == MaxDiagnostics + 1)
            bag.Add(SchemaDiagnostics.TooManyErrors, position, MaxDiagnostics);
    }

    public void WrongShape(SchemaNode node, string what, string expected) =>
        Report(SchemaDiagnostics.WrongShape, node.Position, what, node.Shape, expected);

    /// <summary>Reports keys that are not known, or made by a comma inside <c>{ }</c>.</summary>
    /// <param name="what">What the map describes, such as <c>table 'orders'</c>.</param>
    public void CheckKeys(MapNode map, string what, IReadOnlyCollection<string> known)
    {
        for (int index = 0; index < map.Entries.Length; index++)
        {
            MapEntry entry = map.Entries[index];
            if (entry.Text is not { } key)
                Report(SchemaDiagnostics.WrongShape, entry.Position, $"a key of {what}", entry.Key.Shape, "a name");
            else if (!known.Contains(key))
                ReportUnknown(map, index, key, what, known);
        }
    }

    public MapNode? Map(SchemaNode node, string what, string expected = "a map")
    {
        if (node is MapNode map)
            return map;
        WrongShape(node, what, expected);
        return null;
    }

    public ScalarNode? Scalar(SchemaNode node, string what, string expected = "a single value")
    {
        if (node is ScalarNode { IsNull: false } scalar)
            return scalar;
        WrongShape(node, what, expected);
        return null;
    }

    public string? Text(SchemaNode? node, string what) => node is null ? null : Scalar(node, what, "a text")?.Text;

    public ExpressionText? Expression(SchemaNode? node, string what)
    {
        if (node is null || Scalar(node, what, "an expression") is not { } scalar)
            return null;
        if (scalar.Text.Trim().Length > 0)
            return scalar.ToExpression();
        Report(SchemaDiagnostics.WrongShape, node.Position, what, "an empty text", "an expression");
        return null;
    }

    public bool Flag(SchemaNode? node, string what, bool otherwise)
    {
        if (node is null || Scalar(node, what, "true or false") is not { } scalar)
            return otherwise;
        if (scalar.Text is "true" or "false")
            return scalar.Text == "true";
        BadLiteral(scalar, what, "'true' or 'false'");
        return otherwise;
    }

    public long? Whole(SchemaNode? node, string what, long low, long high)
    {
        string expected = (low, high) == (long.MinValue, long.MaxValue) ? "a whole number"
            : high == long.MaxValue ? $"a whole number of {low} or more"
            : $"a whole number from {low} to {high}";
        if (node is null || Scalar(node, what, expected) is not { } scalar)
            return null;
        if (Literals.TryWhole(scalar.Text, out long value) && value >= low && value <= high)
            return value;
        BadLiteral(scalar, what, expected);
        return null;
    }

    public void BadLiteral(ScalarNode scalar, string what, string expected) =>
        Report(SchemaDiagnostics.BadLiteral, scalar.Position, what, scalar.Text, expected);

    private void ReportUnknown(MapNode map, int index, string key, string what, IReadOnlyCollection<string> known)
    {
        MapEntry entry = map.Entries[index];
        if (map.IsFlow && index > 0 && entry.Value is ScalarNode { IsQuoted: false, Text: "" })
        {
            string before = map.Entries[index - 1].Text ?? "the key before";
            Report(SchemaDiagnostics.StrayComma, entry.Position, before, key, what);
            return;
        }

        string suggestion = Suggestion.For(key, known);
        string list = suggestion.Length > 0 ? "" : $" Known here: {string.Join(", ", known.Order(StringComparer.Ordinal))}.";
        Report(SchemaDiagnostics.UnknownKey, entry.Position, what, key, suggestion + list);
    }

    // Names such as "column 'orders.total'" start some sentences and stand inside others.
    private static Diagnostic Capitalised(Diagnostic diagnostic) =>
        diagnostic with { Message = char.ToUpperInvariant(diagnostic.Message[0]) + diagnostic.Message[1..] };
}
