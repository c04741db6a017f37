using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SynthData.Diagnostics;
using SynthData.Schema.Reading;

namespace SynthData.Jobs;

/// <summary>The params of a job and its day, and what stands in a text for <c>${name}</c>, <c>${as_of}</c> and <c>${env:NAME}</c>.</summary>
internal sealed partial class JobParams
{
    public const string Day = "as_of";

    private const string EnvironmentPrefix = "env:";

    private readonly JobRequest request;
    private readonly SchemaReading reading;
    private readonly ImmutableSortedDictionary<string, string>.Builder values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
    private readonly List<string> known = [Day];

    private JobParams(JobRequest request, SchemaReading reading) => (this.request, this.reading) = (request, reading);

    public DateOnly? AsOf { get; private set; }

    /// <summary>Every param with the value that holds, the day among them.</summary>
    public ImmutableSortedDictionary<string, string> Values => values.ToImmutable();

    /// <summary>Reads the job's params and day, and what the command line says of them.</summary>
    public static JobParams Read(MapNode job, JobRequest request, SchemaReading reading)
    {
        var read = new JobParams(request, reading);
        SchemaNode? node = job["params"];
        MapNode? map = node is null ? null : reading.Map(node, "'params'", "a map from name to value");
        MapEntry[] declared = [.. read.Declared(map)];
        foreach (MapEntry entry in declared)
            read.AddPlain(entry);
        read.AsOf = request.AsOf ?? read.ReadDay(job[Day], $"'{Day}'");
        if (read.AsOf is { } day)
            read.values[Day] = Print(day);
        foreach (MapEntry entry in declared.Where(entry => entry.Value is MapNode && !request.Overrides.ContainsKey(entry.Text!)))
            read.AddDated(entry.Text!, (MapNode)entry.Value);
        read.TellUnknown(node?.Position ?? job.Position);
        return read;
    }

    /// <summary>Reads a day as written; a word for the clock is told as such.</summary>
    public DateOnly? ReadDay(SchemaNode? node, string what)
    {
        if (node is null || node.IsNull || reading.Scalar(node, what, "a date such as 2025-01-01") is not { } scalar || Fill(scalar) is not ScalarNode filled)
            return null;
        if (Literals.TryDate(filled.Text, out DateOnly date))
            return date;
        if (filled.Text is "today" or "now" or "yesterday")
            reading.Report(JobDiagnostics.ClockAsOf, scalar.Position, filled.Text);
        else if (!filled.Text.Contains("${", StringComparison.Ordinal))
            reading.Report(SchemaDiagnostics.BadDate, scalar.Position, what, filled.Text);
        return null;
    }

    /// <summary>Puts values of params into every scalar; a variable of the environment is refused.</summary>
    public SchemaNode Fill(SchemaNode node)
    {
        return node switch
        {
            ScalarNode scalar when HasPlace(scalar) => scalar with { Text = Placeholder().Replace(scalar.Text, match => Value(match, scalar, Refused)) },
            ListNode list => list with { Items = [.. list.Items.Select(Fill)] },
            MapNode map => map with { Entries = [.. map.Entries.Select(entry => new MapEntry(Fill(entry.Key), Fill(entry.Value)))] },
            _ => node,
        };

        string Refused(string name, string place)
        {
            reading.Report(JobDiagnostics.EnvironmentNotHere, node.Position, name);
            return place;
        }
    }

    /// <summary>Puts values of params and of the environment into a text.</summary>
    public JobText FillText(ScalarNode scalar)
    {
        if (!HasPlace(scalar))
            return new JobText(scalar.Text, scalar.Text, scalar.Position);
        var taken = ImmutableArray.CreateBuilder<(string, string)>();
        string written = Placeholder().Replace(scalar.Text, match => Value(match, scalar, (_, place) => place));
        string value = Placeholder().Replace(scalar.Text, match => Value(match, scalar, Variable));
        return new JobText(written, value, scalar.Position) { Taken = taken.ToImmutable() };

        string Variable(string name, string place)
        {
            if (request.Environment(name) is not { Length: > 0 } found)
            {
                reading.Report(JobDiagnostics.EnvironmentNotSet, scalar.Position, name);
                return place;
            }

            taken.Add((place, found));
            return found;
        }
    }

    private string Value(Match match, ScalarNode scalar, Func<string, string, string> variable)
    {
        string name = match.Groups[1].Value;
        if (name.StartsWith(EnvironmentPrefix, StringComparison.Ordinal))
            return variable(name[EnvironmentPrefix.Length..], match.Value);
        if (values.TryGetValue(name, out string? value))
            return value;
        if (name == Day)
            reading.Report(JobDiagnostics.NeedsDay, scalar.Position, $"'${{{Day}}}'");
        else if (!known.Contains(name))
            reading.Report(SchemaDiagnostics.UnknownParam, scalar.Position, name, Suggestion.For(name, known), string.Join(", ", known));
        return match.Value;
    }

    private IEnumerable<MapEntry> Declared(MapNode? map)
    {
        var names = new NameRegister(reading, "params");
        foreach (MapEntry entry in map?.Entries ?? [])
        {
            if (entry.Text == Day)
                reading.Report(SchemaDiagnostics.BadName, entry.Position, Day, "param", $"another name, for '{Day}' is the job's day");
            else if (Names.CheckPlain(entry, "param", reading) && names.Add(entry.Text!, entry.Position))
            {
                known.Add(entry.Text!);
                yield return entry;
            }
        }
    }

    private void AddPlain(MapEntry entry)
    {
        string name = entry.Text!;
        if (request.Overrides.TryGetValue(name, out string? given))
            values[name] = given;
        else if (entry.Value.IsNull)
            reading.Report(SchemaDiagnostics.ParamWithoutValue, entry.Position, name);
        else if (entry.Value is not MapNode && reading.Scalar(entry.Value, $"the param '{name}'", "a value, or a map from day to value") is { } scalar)
            values[name] = scalar.Text;
    }

    // Each value holds from its day to the day before the next one.
    private void AddDated(string name, MapNode map)
    {
        var dated = new SortedDictionary<DateOnly, string>();
        foreach (MapEntry entry in map.Entries)
        {
            if (!Literals.TryDate(entry.Text ?? "", out DateOnly from))
                reading.Report(SchemaDiagnostics.BadDate, entry.Position, $"a day of param '{name}'", entry.Text ?? "[…]");
            else if (reading.Scalar(entry.Value, $"the param '{name}' from {entry.Text}") is { } scalar)
                dated[from] = scalar.Text;
        }

        if (dated.Count == 0)
            return;
        if (AsOf is not { } day)
            reading.Report(JobDiagnostics.NeedsDay, map.Position, $"the param '{name}'");
        else if (dated.Keys.First() > day)
            reading.Report(JobDiagnostics.BeforeFirstDay, map.Position, $"the param '{name}'", Print(dated.Keys.First()), Print(day));
        else
            values[name] = dated.Last(pair => pair.Key <= day).Value;
    }

    private void TellUnknown(SourcePosition position)
    {
        string[] declared = [.. known.Skip(1)];
        foreach (string name in request.Overrides.Keys.Where(name => !declared.Contains(name)).Order(StringComparer.Ordinal))
            reading.Report(JobDiagnostics.UnknownOverride, position, name, Suggestion.For(name, declared), declared.Length == 0 ? "none" : string.Join(", ", declared));
    }

    private static bool HasPlace(ScalarNode scalar) => scalar.Text.Contains("${", StringComparison.Ordinal);

    private static string Print(DateOnly day) => FormattableString.Invariant($"{day:yyyy-MM-dd}");

    [GeneratedRegex(@"\$\{([^{}]*)\}")]
    private static partial Regex Placeholder();
}
