using System.Text;

namespace SynthData.Tests.Judge;

/// <summary>A row as plain objects, with the row it belongs to and the earlier one of its table that it refers to.</summary>
internal sealed record SketchRow(IReadOnlyDictionary<string, object?> Cells, SketchRow? Parent, SketchRow? Earlier)
{
    /// <summary>A cell by name; <c>p.name</c> is the parent's, <c>up.name</c> the earlier row's.</summary>
    public object? this[string name] =>
        name.StartsWith("p.", StringComparison.Ordinal) ? Parent?[name[2..]]
        : name.StartsWith("up.", StringComparison.Ordinal) ? Earlier?[name[3..]]
        : Cells[name];

    public long? Int(string name) => this[name] is { } value ? Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) : null;

    public string? Text(string name) => (string?)this[name];

    public DateOnly? Date(string name) => (DateOnly?)this[name];

    public bool? Bool(string name) => (bool?)this[name];
}

/// <summary>What a column is to others that mention it.</summary>
internal enum SketchKind
{
    Int,
    Text,
    Date,
    Bool,
    Other,
}

/// <summary>A column of a sketched table: how the schema writes it, and whether a row keeps it, told without any of our code.</summary>
internal sealed record SketchColumn(string Name, SketchKind Kind, string Written, Func<SketchRow, bool> IsKept)
{
    /// <summary>The values it may have, of a category.</summary>
    public string[] Values { get; init; } = [];
}

/// <summary>A rule and its truth: null is unknown.</summary>
internal sealed record SketchRule(string Written, Func<SketchRow, bool?> Holds);

/// <summary>A table while it is sketched.</summary>
internal sealed class SketchTable(string name, string rows, string key, SketchTable? parent)
{
    public List<SketchColumn> Columns { get; } = [];

    public List<SketchRule> Rules { get; } = [];

    public string Name => name;

    public SketchTable? Parent => parent;

    /// <summary>Names of one kind that an expression may read, those of the parent and of the earlier row included.</summary>
    public string[] Readable(SketchKind kind) =>
    [
        .. Own(kind),
        .. Columns.Exists(column => column.Name == "up") ? Own(kind).Select(column => $"up.{column}") : [],
        .. parent is null ? [] : parent.Readable(kind).Select(column => $"p.{column}"),
    ];

    public void Write(StringBuilder text)
    {
        text.Append($"  {name}:\n    rows: {rows}\n    key: {key}\n    columns:\n");
        foreach (SketchColumn column in Columns)
            text.Append($"      {column.Name}: {{ {column.Written} }}\n");
        if (Rules.Count > 0)
            text.Append("    rules:\n");
        foreach (SketchRule rule in Rules)
            text.Append($"      - {SketchColumns.Quoted(rule.Written)}\n");
    }

    private IEnumerable<string> Own(SketchKind kind) => Columns.Where(column => column.Kind == kind).Select(column => column.Name);
}
