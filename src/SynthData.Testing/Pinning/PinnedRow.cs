using System.Collections.Immutable;
using System.Globalization;
using SynthData.Diagnostics;
using SynthData.Schema;
using SynthData.Testing.Binding;

namespace SynthData.Testing.Pinning;

/// <summary>Reads one pinned object as a row of the schema's <c>pinned</c>.</summary>
internal sealed class PinnedRow(TableSchema table, int index, SourcePosition position, DiagnosticBag bag)
{
    private readonly string[] columns = [.. table.Columns.SelectMany(column => column.Names)];

    /// <param name="given">What the test gives; null and single values name no cell, which is told.</param>
    public ListedRow Read(object? given)
    {
        if (given is not null && !CellFit.IsCellType(given.GetType()))
            return Read(PinnedObject.Of(given));
        bag.Add(FixtureDiagnostics.PinnedNothing, position, index, table.Name, given is null ? "null" : $"a value of type '{given.GetType().Name}'");
        return new ListedRow(ImmutableDictionary<string, SchemaScalar>.Empty, position);
    }

    private ListedRow Read(PinnedObject pinned)
    {
        var named = ImmutableArray.CreateBuilder<string>();
        var cells = ImmutableDictionary.CreateBuilder<string, SchemaScalar>(StringComparer.Ordinal);
        foreach ((string name, object? value) in pinned.Cells)
        {
            if (LooseName.Find(name, columns) is not [{ } column])
                bag.Add(FixtureDiagnostics.PinnedUnknown, position, index, table.Name, name, LooseName.Suggest(name, columns), string.Join(", ", columns));
            else if (Text(column, value) is not { } text && value is not null)
                bag.Add(FixtureDiagnostics.PinnedNoValue, position, index, table.Name, column, value.GetType().Name);
            else if (cells.TryAdd(column, new SchemaScalar(value is null ? "" : Text(column, value)!, IsQuoted: value is not null, position)))
                named.Add(column);
        }

        return new ListedRow(cells.ToImmutable(), position) { Columns = named.ToImmutable(), IsWhole = pinned.IsWhole };
    }

    // As a schema spells it; null for what is no value of a cell.
    private string? Text(string column, object? value) => value switch
    {
        string text => text,
        bool truth => truth ? "true" : "false",
        Enum member => Category(column, member),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } day when IsDate(column) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture),
        Guid id => id.ToString("D"),
        char letter => letter.ToString(),
        double or float or decimal or sbyte or byte or short or ushort or int or uint or long or ulong => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    // A type may take a date as a DateTime, and gives it back as one.
    private bool IsDate(string column) => table.Columns.First(one => one.Names.Contains(column)).TypeOf(column)?.Kind == ColumnKind.Date;

    private string Category(string column, Enum member)
    {
        string name = member.ToString();
        IEnumerable<string> listed = table.Columns.Where(one => one.Names.Contains(column)).Select(one => one.Source).OfType<ValuesSource>()
            .SelectMany(source => source.Values.All).SelectMany(list => list.Values).Select(value => value.Value.Text).Distinct(StringComparer.Ordinal);
        return LooseName.Find(name, listed) is [{ } only] ? only : name;
    }
}
