using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using SynthData.Cli.Printing;
using SynthData.Diagnostics;

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
        ImmutableArray<TypeLine> found = [.. TypeLine.All.Where(line => wanted is null || line.Mentions(wanted))];
        if (!found.IsEmpty)
            return Task.FromResult<CommandAnswer>(new TypesAnswer(found));

        string near = Suggestion.For(wanted!, TypeLine.All.Select(line => line.Name));
        throw new SchemaException([UsageDiagnostics.NoSuchType.At(position: null, wanted, near)]);
    }
}

/// <summary>Lines of the catalogue, by group.</summary>
internal sealed record TypesAnswer(ImmutableArray<TypeLine> Lines) : CommandAnswer
{
    public override void Print(Session session)
    {
        foreach (IGrouping<string, TypeLine> group in Lines.GroupBy(line => line.Group))
        {
            session.Results.Line(group.Key);
            Table grid = Grids.Open("name", "gives", "prefix-stable", "what", "example");
            foreach (TypeLine line in group)
                grid.Add(line.Name, line.Type, line.Stability, line.About, line.Example);
            session.Results.Write(grid);
        }
    }

    public override void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (TypeLine line in Lines)
        {
            json.WriteStartObject();
            json.WriteString("group", line.Group);
            json.WriteString("name", line.Name);
            json.WriteString("type", line.Type);
            json.WriteString("prefixStable", line.Stability);
            json.WriteString("about", line.About);
            json.WriteString("example", line.Example);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
