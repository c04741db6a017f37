using System.Collections.Immutable;
using System.CommandLine;
using SynthData.Diagnostics;

namespace SynthData.Cli.Commands;

/// <summary><c>synthdata types [FILTER]</c></summary>
internal sealed class TypesCommand : SynthDataCommand
{
    private readonly Argument<string?> filter = new("FILTER")
    {
        Description = "A name, a group, a locale, or part of a name or description, such as finance.iban, person, de-DE or zipf",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public TypesCommand()
        : base("types", "List what a column can be, with examples")
    {
        Add(filter);
    }

    public override IReadOnlyList<string> Examples { get; } =
        ["synthdata types", "synthdata types finance", "synthdata types finance.iban", "synthdata types de-DE", "synthdata types --json"];

    public override Task<CommandAnswer> AnswerAsync(ParseResult parsed, Session session, CancellationToken cancellationToken)
    {
        string? wanted = parsed.GetValue(filter);
        if (LocaleTypesAnswer.Find(wanted) is { } locale)
            return Task.FromResult<CommandAnswer>(new LocaleTypesAnswer(locale));
        ImmutableArray<TypeLine> found = TypeLine.Find(wanted);
        if (!found.IsEmpty)
            return Task.FromResult<CommandAnswer>(new TypesAnswer(found, IsWhole: wanted is null));

        string near = Suggestion.For(wanted!, TypeLine.All.Select(line => line.Name).Concat(TypeLine.All.Select(line => line.Semantic?.Group).OfType<string>().Distinct()));
        throw new SchemaException([UsageDiagnostics.NoSuchType.At(position: null, wanted, near)]);
    }
}
