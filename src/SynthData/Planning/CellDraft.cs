using SynthData.Expressions;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>A slot while its table is being bound.</summary>
internal sealed class CellDraft(int slot, string name, string stream)
{
    private readonly SortedSet<int> inputs = [];

    public int Slot { get; } = slot;

    public string Name { get; } = name;

    /// <summary>True for a row of a parent and its like: a slot that has a name for us and none to show.</summary>
    public bool IsUnnamed => Column is null && Name[0] == '#';

    public string Stream { get; } = stream;

    public ColumnSchema? Column { get; init; }

    /// <summary>Null until bound, or where binding failed (then told already).</summary>
    public ColumnType? Type { get; set; }

    public CellSource? Source { get; set; }

    public BoundExpression? When { get; set; }

    public NullsPlan? Nulls { get; set; }

    /// <summary>The cells that the schema gives; null without any.</summary>
    public PinnedCells? Pins { get; set; }

    public CorrelationPlan? Correlation { get; set; }

    /// <summary>The cells that are made bad; null without any.</summary>
    public FaultsPlan? Faults { get; set; }

    public bool IsUnique { get; set; }

    public bool IsKey { get; set; }

    /// <summary>True while the cell's source is being bound: meeting it again is a circle, unless its type is written.</summary>
    public bool IsBinding { get; set; }

    public bool IsBound { get; set; }

    public string Keyword { get; set; } = "";

    public string Detail { get; set; } = "";

    public IReadOnlyCollection<int> Inputs => inputs;

    public void Reads(IEnumerable<int> slots) => inputs.UnionWith(slots);

    public void Reads(params ReadOnlySpan<int> slots)
    {
        foreach (int input in slots)
            inputs.Add(input);
    }

    /// <summary>The columns that take their values from this slot.</summary>
    public IEnumerable<CellDraft> Fills(TableDraft table) =>
        table.Cells.Where(cell => cell.Source is TupleCells tuple && tuple.RowSlot == Slot);

    public CellPlan Close(bool isFrozen, bool isLate) => new()
    {
        Slot = Slot,
        Name = Name,
        Stream = Stream,
        Type = Type!.Value,
        Source = Source!,
        Column = Column,
        When = When,
        Nulls = Nulls,
        Pins = Pins,
        Correlation = Correlation,
        Faults = Faults,
        IsUnique = IsUnique,
        IsFrozen = isFrozen,
        IsLate = isLate,
        CanFail = CellFailure.Possible(Source!, Type!.Value) || When is { CanFail: true },
        Inputs = [.. inputs],
        Keyword = Keyword,
        Detail = Detail,
    };
}
