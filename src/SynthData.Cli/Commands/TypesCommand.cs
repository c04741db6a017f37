using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using SynthData.Cli.Printing;
using SynthData.Diagnostics;
using Spectre.Console;

namespace SynthData.Cli.Commands;

/// <summary><c>synthdata types [FILTER]</c></summary>
internal sealed class TypesCommand : SynthDataCommand
{
    private readonly Argument<string?> filter = new("FILTER")
    {
        Description = "Part of a name or description, such as person or zipf",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public TypesCommand()
        : base("types", "List what a column can be, with examples")
    {
        Add(filter);
    }

    public override IReadOnlyList<string> Examples { get; } = ["synthdata types", "synthdata types person", "synthdata types --json"];

    public override Task<CommandAnswer> AnswerAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        string? wanted = parsed.GetValue(filter);
        ImmutableArray<TypeEntry> found = [.. TypeEntry.All.Where(entry => wanted is null || entry.Mentions(wanted))];
        if (!found.IsEmpty)
            return Task.FromResult<CommandAnswer>(new TypesAnswer(found));

        string near = Suggestion.For(wanted!, TypeEntry.All.Select(entry => entry.Name));
        throw new SchemaException([UsageDiagnostics.NoSuchType.At(position: null, wanted, near)]);
    }
}

/// <summary>Entries of the catalogue, by group.</summary>
internal sealed record TypesAnswer(ImmutableArray<TypeEntry> Entries) : CommandAnswer
{
    public override void Print(Session session)
    {
        foreach (IGrouping<string, TypeEntry> group in Entries.GroupBy(entry => entry.Group))
        {
            session.Results.WriteLine(group.Key);
            Table grid = Grids.Open("name", "gives", "prefix-stable", "what", "example");
            foreach (TypeEntry entry in group)
                grid.Add(entry.Name, entry.Type, entry.IsPrefixStable ? "yes" : "no", entry.About, entry.Example);
            session.Results.Write(grid);
        }
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (TypeEntry entry in Entries)
        {
            json.WriteStartObject();
            json.WriteString("group", entry.Group);
            json.WriteString("name", entry.Name);
            json.WriteString("type", entry.Type);
            json.WriteBoolean("prefixStable", entry.IsPrefixStable);
            json.WriteString("about", entry.About);
            json.WriteString("example", entry.Example);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
