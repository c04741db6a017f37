using System.Collections.Immutable;

namespace SynthData.Sources.Local.Entities;

/// <summary>What companies of one locale are called after: legal forms and industries with their words. Immutable and thread-safe.</summary>
internal sealed class CompanyWords
{
    public CompanyWords(string locale)
    {
        WordFile file = WordFile.Read($"{locale}-companies");
        Suffixes = file.Words("suffixes");

        List<(string Name, long Weight)> names = [];
        ImmutableArray<ImmutableArray<string>>.Builder trades = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach ((long weight, string rest) in file.Section("industries"))
        {
            string[] halves = rest.Split(": ");
            names.Add((halves[0], weight));
            trades.Add([.. halves[1].Split(", ")]);
        }

        Industries = new WeightedTexts(names);
        Trades = trades.ToImmutable();
    }

    public WeightedTexts Suffixes { get; }

    public WeightedTexts Industries { get; }

    /// <summary>By industry, the words of its companies' names; <c>~</c> says where the rest of the name goes, else it stands before.</summary>
    public ImmutableArray<ImmutableArray<string>> Trades { get; }
}
