using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads what an empirical distribution follows: observed values, quantiles, or a column of a CSV file.</summary>
internal sealed class SampleReader(SchemaReading reading)
{
    private const string Value = "a number; for dates and times such a value, or a duration";

    /// <summary>Gives null, and tells why, when it is none of these.</summary>
    public SampleSchema? Read(MapNode map, string expected, string what)
    {
        string where = $"'empirical' in {what}";
        string[] keys = [.. map.Entries.Select(entry => entry.Text ?? "")];
        return keys switch
        {
            ["values"] => ReadValues(map["values"]!, $"'values' of {where}"),
            ["quantiles"] => ReadQuantiles(map["quantiles"]!, $"'quantiles' of {where}"),
            ["file", "column"] or ["column", "file"] => ReadFile(map, where),
            _ => Refuse(map, expected, what),
        };
    }

    private SampleSchema? Refuse(MapNode map, string expected, string what)
    {
        reading.Report(SchemaDiagnostics.DistributionParameters, map.Position, what, "empirical", expected);
        return null;
    }

    private SampleValues? ReadValues(SchemaNode node, string where)
    {
        SchemaScalar?[]? values = ReadList(node, where, 1);
        return values is null || values.Contains(null) ? null : new SampleValues([.. values.OfType<SchemaScalar>()], node.Position);
    }

    // A list stands at equal distances from 0 % to 100 %.
    private SampleQuantiles? ReadQuantiles(SchemaNode node, string where)
    {
        if (node is MapNode map)
            return ReadShares(map, where);
        SchemaScalar?[]? values = ReadList(node, where, 2);
        if (values is null || values.Contains(null))
            return null;
        return new SampleQuantiles(
            [.. values.Select((value, index) => new SampleQuantile((decimal)index / (values.Length - 1), value!))], node.Position);
    }

    private SampleQuantiles? ReadShares(MapNode map, string where)
    {
        const string expected = "a share such as 50%, greater than the one before, from 0% to 100%";
        var quantiles = ImmutableArray.CreateBuilder<SampleQuantile>();
        int before = reading.Reported;
        foreach (MapEntry entry in map.Entries)
        {
            bool isFirst = quantiles.Count == 0;
            bool isShare = Literals.TryShare(entry.Text ?? "", out decimal share)
                && (isFirst ? share == 0 : share > quantiles[^1].Share) && (entry != map.Entries[^1] || share == 1);
            if (!isShare)
                reading.Report(SchemaDiagnostics.BadLiteral, entry.Position, $"a share of {where}", entry.Text, expected);
            else if (ReadValue(entry.Value, $"'{entry.Text}' in {where}") is { } value)
                quantiles.Add(new SampleQuantile(share, value));
            if (reading.Reported > before)
                return null;
        }

        if (quantiles.Count >= 2)
            return new SampleQuantiles(quantiles.ToImmutable(), map.Position);
        reading.WrongShape(map, where, "at least the values at 0% and 100%");
        return null;
    }

    private SampleFile? ReadFile(MapNode map, string where)
    {
        ScalarNode? file = reading.Scalar(map["file"]!, $"'file' of {where}", "a CSV file's name");
        ScalarNode? column = reading.Scalar(map["column"]!, $"'column' of {where}", "a column of the file");
        if (file is null || column is null)
            return null;
        var sample = new SampleFile(file.Text, column.Text, file.Content);
        reading.SampleFiles.Add(sample);
        return sample;
    }

    private SchemaScalar?[]? ReadList(SchemaNode node, string where, int least)
    {
        if (node is ListNode list && list.Items.Length >= least)
            return [.. list.Items.Select(item => ReadValue(item, $"a value of {where}"))];
        reading.Report(SchemaDiagnostics.WrongShape, node.Position, where, node is ListNode ? "a list that is too short" : node.Shape, least == 1 ? "a list of values" : "a list of at least 2 values, or a map from share to value");
        return null;
    }

    private SchemaScalar? ReadValue(SchemaNode node, string where)
    {
        if (reading.Scalar(node, where, Value) is not { } scalar)
            return null;
        if (Literals.TryNumber(scalar.Text, out _) || Literals.IsDuration(scalar.Text) || Literals.IsMoment(scalar.Text))
            return scalar.ToScalar();
        reading.BadLiteral(scalar, where, Value);
        return null;
    }
}
