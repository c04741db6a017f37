using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads a distribution: a name, or a map of one name to its parameters.</summary>
internal sealed class DistributionReader(SchemaReading reading)
{
    private static readonly string[] Later = ["gamma", "beta", "binomial", "pareto", "triangular", "mixture", "empirical"];

    // What may stand behind each name: nothing, one number, or named parameters (each form one list).
    private static readonly Dictionary<string, Shape> Known = new(StringComparer.Ordinal)
    {
        ["uniform"] = new(IsBare: true, IsLone: false, [], "'uniform' alone"),
        ["normal"] = new(IsBare: true, IsLone: false, [["mean", "sd"]], "{ normal: { mean: 140, sd: 3 } }, or 'normal' alone in a range"),
        ["lognormal"] = new(
            IsBare: true, IsLone: false, [["median", "p90"], ["median", "sigma"]],
            "{ lognormal: { median: 45, p90: 180 } } or sigma in place of p90, or 'lognormal' alone in a range"),
        ["exponential"] = new(IsBare: false, IsLone: false, [["mean"]], "{ exponential: { mean: 5 } }"),
        ["poisson"] = new(IsBare: false, IsLone: true, [], "{ poisson: 2.4 }"),
        ["geometric"] = new(IsBare: false, IsLone: true, [], "{ geometric: 0.3 }, above 0 and at most 1"),
        ["zipf"] = new(IsBare: false, IsLone: true, [], "{ zipf: 1.1 }"),
    };

    /// <summary>Says whether a map is a distribution and no map by condition: its one key is the name of one.</summary>
    public static bool IsDistribution(MapNode map) =>
        map.Entries is [{ Text: { } name }] && (Known.ContainsKey(name) || Later.Contains(name));

    /// <param name="needsParameters">True where no range gives a bare name its parameters.</param>
    public DistributionSchema? Read(SchemaNode node, string what, bool needsParameters = false)
    {
        if (node is MapNode { Entries: [{ Text: { } name } entry] })
            return CheckName(name, entry.Position, what) is { } shape ? ReadParameters(name, shape, entry, what) : null;
        if (reading.Scalar(node, what, "a distribution: a name, or a map of one name to its parameters") is not { } scalar)
            return null;
        if (CheckName(scalar.Text, scalar.Position, what) is not { } bare)
            return null;
        if (bare.IsBare && !needsParameters)
            return new DistributionSchema(scalar.Text, [], scalar.Position);
        reading.Report(SchemaDiagnostics.DistributionParameters, scalar.Position, what, scalar.Text, bare.Expected);
        return null;
    }

    private Shape? CheckName(string name, SourcePosition position, string what)
    {
        if (Known.TryGetValue(name, out Shape? shape))
            return shape;
        if (Later.Contains(name))
            reading.Report(SchemaDiagnostics.Later, position, $"the distribution '{name}'");
        else
            reading.Report(SchemaDiagnostics.UnknownDistribution, position, what, name, Suggestion.For(name, Known.Keys), string.Join(", ", Known.Keys));
        return null;
    }

    private DistributionSchema? ReadParameters(string name, Shape shape, MapEntry entry, string what)
    {
        ImmutableArray<DistributionParameter> parameters = entry.Value switch
        {
            ScalarNode { IsNull: false } lone => [new DistributionParameter("", lone.ToScalar())],
            MapNode map => [.. map.Entries.Where(p => p.Value is ScalarNode { IsNull: false }).Select(p =>
                new DistributionParameter(p.Text ?? "", ((ScalarNode)p.Value).ToScalar()))],
            _ => [],
        };
        bool isWhole = entry.Value is not MapNode named || named.Entries.Length == parameters.Length;
        if (isWhole && shape.Fits(parameters) && IsInDomain(name, parameters))
            return new DistributionSchema(name, parameters, entry.Position);

        if (parameters.FirstOrDefault(p => !IsLiteral(p.Value)) is { } bad)
            reading.Report(
                SchemaDiagnostics.BadLiteral, bad.Value.Position, $"a parameter of '{name}' in {what}", bad.Value.Text,
                "a number, or a duration for dates and timestamps");
        else
            reading.Report(SchemaDiagnostics.DistributionParameters, entry.Position, what, name, shape.Expected);
        return null;
    }

    // Only a mean may be 0 or negative, and only the normal one.
    private static bool IsInDomain(string name, ImmutableArray<DistributionParameter> parameters)
    {
        foreach (DistributionParameter parameter in parameters)
        {
            if (!IsLiteral(parameter.Value))
                return false;
            bool isFree = name == "normal" && parameter.Name == "mean";
            if (!isFree && Literals.TryNumber(parameter.Value.Text, out decimal value) && (value <= 0 || (name == "geometric" && value > 1)))
                return false;
        }

        return true;
    }

    private static bool IsLiteral(SchemaScalar value) =>
        Literals.TryNumber(value.Text, out _) || Literals.IsDuration(value.Text) || Literals.TryDate(value.Text, out _);

    private sealed record Shape(bool IsBare, bool IsLone, string[][] Forms, string Expected)
    {
        public bool Fits(ImmutableArray<DistributionParameter> parameters) => parameters is [{ Name: "" }]
            ? IsLone && Literals.TryNumber(parameters[0].Value.Text, out _)
            : Forms.Any(form => form.Length == parameters.Length && form.All(name => parameters.Any(p => p.Name == name)));
    }
}
