using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads <c>faults: { typo: 1%, label: col }</c> and <c>orphans: 1%</c>.</summary>
internal sealed class FaultsReader(string what, string column, SchemaReading reading)
{
    private const string Expected = "a share above 0% and up to 100%, such as 1%";

    /// <summary>Gives the faults of a column; null without any, or where something is wrong.</summary>
    public FaultsSchema? Read(SchemaNode? faults, SchemaNode? orphans)
    {
        int before = reading.Reported;
        var kinds = ImmutableArray.CreateBuilder<FaultShare>();
        SchemaScalar? label = null;
        bool isExact = false;
        if (faults is not null && reading.Map(faults, $"'faults' of {what}", "a map from kind to share, such as { typo: 1%, label: is_bad }") is { } map)
        {
            reading.CheckKeys(map, $"'faults' of {what}", [.. FaultKinds.Names, "label", "exact"]);
            foreach (MapEntry entry in map.Entries)
            {
                if (entry.Text is { } name && FaultKinds.Find(name) is { } kind && Share(entry.Value, $"'{name}' in 'faults' of {what}") is { } share)
                    kinds.Add(new FaultShare(kind, share, entry.Position));
            }

            label = Label(map, "faults");
            isExact = reading.Flag(map["exact"], $"'exact' in 'faults' of {what}", otherwise: false);
            if (kinds.Count == 0 && reading.Reported == before)
                reading.Report(SchemaDiagnostics.EmptyList, map.Position, $"'faults' of {what}", "kind with its share");
        }

        if (orphans is not null)
        {
            if (kinds.Any(one => one.Kind == FaultKind.Orphan))
                reading.Report(SchemaDiagnostics.SeveralSources, orphans.Position, what, "faults: { orphan: … }", "orphans");
            SchemaNode? node = orphans is MapNode own ? own["share"] : orphans;
            if (orphans is MapNode shape)
            {
                reading.CheckKeys(shape, $"'orphans' of {what}", ["share", "label", "exact"]);
                label ??= Label(shape, "orphans");
                isExact |= reading.Flag(shape["exact"], $"'exact' in 'orphans' of {what}", otherwise: false);
                if (node is null)
                    reading.Report(SchemaDiagnostics.MissingKey, shape.Position, $"'orphans' of {what}", "share", "1%");
            }

            if (node is not null && Share(node, $"'orphans' of {what}") is { } share)
                kinds.Add(new FaultShare(FaultKind.Orphan, share, orphans.Position));
        }

        if (kinds.Sum(one => one.Share) > 1)
            reading.Report(ListDiagnostics.FaultsOverOne, kinds[^1].Position, what, kinds.Sum(one => one.Share) * 100);
        if (reading.Reported > before || kinds.Count == 0)
            return null;
        SourcePosition position = (faults ?? orphans)!.Position;
        return new FaultsSchema(kinds.ToImmutable(), label?.Text ?? $"{column}_fault", label?.Position ?? position, isExact, position);
    }

    private SchemaScalar? Label(MapNode map, string key)
    {
        if (map["label"] is not { } node || reading.Scalar(node, $"'label' in '{key}' of {what}", "the name of a column") is not { } scalar)
            return null;
        if (Names.IsPlain(scalar.Text))
            return scalar.ToScalar();
        reading.Report(SchemaDiagnostics.BadName, scalar.Position, scalar.Text, "column", "a letter or '_', then letters, digits or '_', 63 characters at most");
        return null;
    }

    private decimal? Share(SchemaNode node, string where)
    {
        if (reading.Scalar(node, where, Expected) is not { } scalar)
            return null;
        if (Literals.TryShare(scalar.Text, out decimal share) && share > 0)
            return share;
        reading.BadLiteral(scalar, where, Expected);
        return null;
    }
}
