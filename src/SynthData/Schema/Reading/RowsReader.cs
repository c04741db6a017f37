using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads <c>rows</c>: a number, a shape per parent, the rows themselves, or the file they are in.</summary>
internal sealed class RowsReader(string table, SchemaReading reading)
{
    private const string Expected = "a number, { per: PARENT, count: … }, a list of rows or { file: NAME.csv }";

    private readonly string what = $"'rows' of table '{table}'";

    public RowsSchema? Read(SchemaNode node) => node switch
    {
        ListNode list => ReadList(list),
        MapNode map => ReadMap(map),
        _ => reading.Scalar(node, what, Expected) is { } scalar ? ReadNumber(scalar) : null,
    };

    private FixedRows? ReadNumber(ScalarNode scalar) =>
        reading.Whole(scalar, what, 0, long.MaxValue) is { } count ? new FixedRows(count, scalar.Position) : null;

    private RowsSchema? ReadMap(MapNode map)
    {
        if (map["file"] is { } file)
        {
            reading.CheckKeys(map, what, ["file"]);
            if (reading.Text(file, $"'file' of {what}") is not { } path)
                return null;
            reading.Files.Add(path);
            return new FileRows(path, file.Position);
        }

        reading.CheckKeys(map, what, ["per", "count", "total", "file"]);
        if (map["per"] is not { } parent)
        {
            reading.Report(SchemaDiagnostics.MissingKey, map.Position, what, "per", "PARENT");
            return null;
        }

        if (map["count"] is not { } count)
        {
            reading.Report(SchemaDiagnostics.MissingKey, map.Position, what, "count", "{ poisson: 2 }");
            return null;
        }

        string? name = reading.Text(parent, $"'per' of {what}");
        CountSchema? shape = new CountReader(table, reading).Read(count);
        RowTotal? total = reading.Whole(map["total"], $"'total' of {what}", 0, long.MaxValue) is { } number ? new RowTotal(number, map["total"]!.Position) : null;
        if (total is not null && shape is { IsExact: true })
            reading.Report(RowOrderDiagnostics.TotalBesideExact, total.Position, what);
        return name is null || shape is null ? null : new RowsPer(name, parent.Position, shape, map.Position) { Total = total };
    }

    /// <summary>Reads <c>pinned</c>: a list of maps, in the order of the rows they overwrite; an empty map pins nothing of its row.</summary>
    public ImmutableArray<ListedRow> ReadPinned(SchemaNode node)
    {
        string pinned = $"'pinned' of table '{table}'";
        if (node is not ListNode list)
        {
            reading.WrongShape(node, pinned, "a list of rows such as [ { id: 1, name: Ann } ]");
            return [];
        }

        if (list.Items.IsEmpty)
            reading.Report(SchemaDiagnostics.EmptyList, list.Position, pinned, "row");
        return
        [
            .. list.Items.Select(item => reading.Map(item, $"a row of {pinned}", "a map from column to value")).OfType<MapNode>().Select(ReadRow),
        ];
    }

    private ListedRows? ReadList(ListNode list)
    {
        if (list.Items.IsEmpty)
        {
            reading.Report(SchemaDiagnostics.EmptyList, list.Position, what, "row");
            return null;
        }

        var rows = ImmutableArray.CreateBuilder<ListedRow>(list.Items.Length);
        foreach (SchemaNode item in list.Items)
        {
            if (reading.Map(item, $"a row of table '{table}'", "a map from column to value") is { } map)
                rows.Add(ReadRow(map));
        }

        return new ListedRows(rows.ToImmutable(), list.Position);
    }

    private ListedRow ReadRow(MapNode map)
    {
        var columns = ImmutableArray.CreateBuilder<string>();
        var cells = ImmutableDictionary.CreateBuilder<string, SchemaScalar>(StringComparer.Ordinal);
        foreach (MapEntry entry in map.Entries)
        {
            if (entry.Text is { } column && entry.Value is ScalarNode scalar)
            {
                cells[column] = scalar.ToScalar();
                columns.Add(column);
            }
            else
            {
                reading.WrongShape(entry.Text is null ? entry.Key : entry.Value, $"a cell of a row of table '{table}'", "a single value");
            }
        }

        return new ListedRow(cells.ToImmutable(), map.Position) { Columns = columns.ToImmutable() };
    }
}
