using System.Collections.Immutable;
using System.Globalization;
using SynthData.Cli.Arguments;
using SynthData.Cli.Printing;
using SynthData.Manifest;

namespace SynthData.Cli.Commands;

/// <summary>Which three commands are worth trying once a dataset is made: each runs as printed, by the schema and the options at hand.</summary>
/// <param name="Schema">The words that name the schema, its parameters and its day, as they were typed.</param>
/// <param name="Typed">Every word that was typed, the command's name first.</param>
/// <param name="HasRowsToScale">Whether a table has a number of rows of its own.</param>
internal sealed record AfterGenerate(
    ImmutableArray<string> Schema, ImmutableArray<string> Typed, bool HasRowsToScale, OutputChoice Choice, RunOutcome Outcome, TimeSpan Elapsed)
{
    // A model that many have a key for; to plan with it takes none.
    private const string AnyModel = "openai/gpt-5-mini";

    /// <summary>A run ten times as long is proposed as a plan first.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    // What says how to print, or that something may be replaced, is no part of what was made.
    private static readonly string[] Transient = ["--overwrite", "--quiet", "--verbose", "--json", "--truncate", "--append", "--create"];

    private RunManifest Manifest => Outcome.Manifest;

    private bool IsInFiles => Choice.Kind is OutputKind.Folder or OutputKind.File;

    public ImmutableArray<NextCommand> Commands => Manifest.Shard is not null
        ? [NextCommand.Of("When all parts are there", "merge", Choice.Path)]
        : [Look(), More(), Further()];

    private NextCommand Look() => Choice.Kind switch
    {
        _ when Manifest.Options.Format == "sql" => NextCommand.Of("How it is made", ["plan", .. Schema]),          // scripts are not read back
        OutputKind.Folder => NextCommand.Of("Check it", ["validate", .. Schema, Choice.Path]),
        OutputKind.File => NextCommand.Of("Check it", ["validate", .. Schema, $"{Manifest.Tables[0].Name}={Choice.Path}"]),
        _ => NextCommand.Of("How it is made", ["plan", .. Schema]),
    };

    private NextCommand More()
    {
        string[] tenfold = HasRowsToScale ? ["--scale", "10"] : [];
        if (Outcome.Model is { } model)
            return NextCommand.Of("What more costs", ["plan", .. Schema, "--text", "row", "--model", model.Model, .. tenfold]);
        if (!HasRowsToScale)
            return NextCommand.Of("Other rows", ["generate", .. Schema, "--seed", Other(Manifest.Seed), "-o", $"out/{Manifest.Dataset}-{Other(Manifest.Seed)}"]);
        return Elapsed > Long
            ? NextCommand.Of("Plan more", ["plan", .. Schema, .. tenfold])
            : NextCommand.Of("Make more", ["generate", .. Schema, .. tenfold, "--format", "parquet", "-o", $"out/{Manifest.Dataset}-x10"]);
    }

    private NextCommand Further()
    {
        if (Outcome.Model is { } model)
            return NextCommand.Of("What it said", "journal", "show", model.JournalPath);
        if (Manifest.Tables.Any(table => table.Columns.Any(column => column.Source == "fallback")))
            return NextCommand.Of("Real texts", ["plan", .. Schema, "--text", "row", "--model", AnyModel]);
        return IsInFiles
            ? NextCommand.Of("Keep it in CI", [.. Typed.Where(word => !Transient.Contains(word)), "--check"])
            : NextCommand.Of("Keep it in files", ["generate", .. Schema, "-o", $"out/{Manifest.Dataset}-files"]);
    }

    private static string Other(ulong seed) => unchecked(seed + 1).ToString(CultureInfo.InvariantCulture);
}
