using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads a distribution: a name, or a map of one name to its parameters.</summary>
internal sealed class DistributionReader(SchemaReading reading)
{
    private const string Mixture = "mixture";
    private const string Empirical = "empirical";

    // What may stand behind each name: nothing, one number, or named parameters (each form one list).
    private static readonly Dictionary<string, Shape> Known = new(StringComparer.Ordinal)
    {
        ["uniform"] = new(IsBare: true, IsLone: false, [["min", "max"]], "'uniform' alone in a range, or { uniform: { min: 0, max: 10 } }"),
        ["normal"] = new(IsBare: true, IsLone: false, [["mean", "sd"]], "{ normal: { mean: 140, sd: 3 } }, or 'normal' alone in a range"),
        ["lognormal"] = new(
            IsBare: true, IsLone: false, [["median", "p90"], ["median", "sigma"]],
            "{ lognormal: { median: 45, p90: 180 } } or sigma in place of p90, or 'lognormal' alone in a range"),
        ["exponential"] = new(IsBare: false, IsLone: false, [["mean"]], "{ exponential: { mean: 5 } }"),
        ["poisson"] = new(IsBare: false, IsLone: true, [], "{ poisson: 2.4 }"),
        ["geometric"] = new(IsBare: false, IsLone: true, [], "{ geometric: 0.3 }, above 0 and at most 1"),
        ["zipf"] = new(IsBare: false, IsLone: true, [], "{ zipf: 1.1 }"),
        ["gamma"] = new(
            IsBare: false, IsLone: false, [["shape", "mean"], ["shape", "scale"]], "{ gamma: { shape: 2, mean: 6 } } or scale in place of mean"),
        ["beta"] = new(IsBare: false, IsLone: false, [["alpha", "beta"]], "{ beta: { alpha: 2, beta: 5 } }"),
        ["binomial"] = new(IsBare: false, IsLone: false, [["n", "p"]], "{ binomial: { n: 10, p: 0.3 } }, n a whole number and p above 0 and at most 1"),
        ["pareto"] = new(IsBare: false, IsLone: false, [["min", "alpha"]], "{ pareto: { min: 1, alpha: 1.5 } }"),
        ["triangular"] = new(
            IsBare: false, IsLone: false, [["mode"], ["min", "mode", "max"]],
            "{ triangular: { min: 0, mode: 4, max: 10 } }, or { triangular: { mode: 4 } } in a range"),
        [Mixture] = new(
            IsBare: false, IsLone: false, [],
            "a list such as { mixture: [ { weight: 70, normal: { mean: 8, sd: 2 } }, { weight: 30, normal: { mean: 18, sd: 1 } } ] }"),
        [Empirical] = new(
            IsBare: false, IsLone: false, [],
            "{ empirical: { values: [3, 4, 4, 7] } }, { empirical: { quantiles: { 0%: 0, 50%: 40, 100%: 900 } } } or { empirical: { file: amounts.csv, column: amount } }"),
    };

    // Parameters that may be 0 or negative.
    private static readonly string[] Free = ["normal.mean", "uniform.min", "uniform.max", "triangular.min", "triangular.mode", "triangular.max"];

    /// <summary>Says whether a map is a distribution and no map by condition: its one key is the name of one.</summary>
    public static bool IsDistribution(MapNode map) =>
        map.Entries is [{ Text: { } name }] && Known.ContainsKey(name);

    /// <param name="needsParameters">True where no range gives a bare name its parameters.</param>
    public DistributionSchema? Read(SchemaNode node, string what, bool needsParameters = false)
    {
        if (node is MapNode { Entries: [{ Text: { } name } entry] })
            return CheckName(name, entry.Position, what) is { } shape ? ReadNamed(name, shape, entry, what) : null;
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
        reading.Report(SchemaDiagnostics.UnknownDistribution, position, what, name, Suggestion.For(name, Known.Keys), string.Join(", ", Known.Keys));
        return null;
    }

    private DistributionSchema? ReadNamed(string name, Shape shape, MapEntry entry, string what) => name switch
    {
        Mixture when entry.Value is ListNode { Items.IsEmpty: false } list => ReadMixture(list, entry, what),
        Empirical when entry.Value is MapNode map && new SampleReader(reading).Read(map, shape.Expected, what) is var sample =>
            sample is null ? null : new DistributionSchema(name, [], entry.Position) { Sample = sample },
        _ => ReadParameters(name, shape, entry, what),
    };

    private DistributionSchema? ReadMixture(ListNode list, MapEntry entry, string what)
    {
        MixturePart?[] parts = [.. list.Items.Select((item, index) => ReadPart(item, $"part {index + 1} of the mixture in {what}"))];
        return parts.Contains(null) ? null : new DistributionSchema(Mixture, [], entry.Position) { Parts = [.. parts.OfType<MixturePart>()] };
    }

    private MixturePart? ReadPart(SchemaNode node, string what)
    {
        const string expected = "{ weight: 70, normal: { mean: 8, sd: 2 } }";
        if (reading.Map(node, what, expected) is not { } map)
            return null;
        ImmutableArray<MapEntry> named = [.. map.Entries.Where(entry => entry.Text != "weight")];
        if (map["weight"] is not { } weight || named.Length != 1)
        {
            reading.Report(SchemaDiagnostics.WrongShape, node.Position, what, map["weight"] is null ? "a map without 'weight'" : $"a map of {named.Length} distributions", expected);
            return null;
        }

        DistributionSchema? distribution = Read(map with { Entries = named, Position = named[0].Position }, what, needsParameters: true);
        const string number = "a number above 0";
        if (reading.Scalar(weight, $"'weight' of {what}", number) is not { } scalar)
            return null;
        if (Literals.TryNumber(scalar.Text, out decimal value) && value > 0)
            return distribution is null ? null : new MixturePart(value, distribution);
        reading.BadLiteral(scalar, $"'weight' of {what}", number);
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
                "a number; for dates and times a duration, or a date or time where it is a place");
        else
            reading.Report(SchemaDiagnostics.DistributionParameters, entry.Position, what, name, shape.Expected);
        return null;
    }

    // Shapes, scales and the like are above 0; chances are at most 1, and tries are whole.
    private static bool IsInDomain(string name, ImmutableArray<DistributionParameter> parameters)
    {
        foreach (DistributionParameter parameter in parameters)
        {
            if (!IsLiteral(parameter.Value))
                return false;
            if (Free.Contains($"{name}.{parameter.Name}") || !Literals.TryNumber(parameter.Value.Text, out decimal value))
                continue;
            bool isChance = name == "geometric" || (name == "binomial" && parameter.Name == "p");
            if (value <= 0 || (isChance && value > 1) || (parameter.Name == "n" && value != decimal.Truncate(value)))
                return false;
        }

        return true;
    }

    private static bool IsLiteral(SchemaScalar value) => Literals.TryNumber(value.Text, out _) || Literals.IsDuration(value.Text) || Literals.IsMoment(value.Text);

    private sealed record Shape(bool IsBare, bool IsLone, string[][] Forms, string Expected)
    {
        public bool Fits(ImmutableArray<DistributionParameter> parameters) => parameters is [{ Name: "" }]
            ? IsLone && Literals.TryNumber(parameters[0].Value.Text, out _)
            : Forms.Any(form => form.Length == parameters.Length && form.All(name => parameters.Any(p => p.Name == name)));
    }
}
