using System.Collections.Immutable;

namespace SynthData.Sources.Local.Entities;

/// <summary>What companies of one locale are called after: legal forms, owners and industries with their words. Immutable and thread-safe.</summary>
internal sealed class CompanyWords
{
    public CompanyWords(WordFile file)
    {
        Suffixes = file.Words("suffixes");
        Form = file.Has("form") ? new NamePattern(file.Section("form")[0].Text) : new NamePattern("{name} {suffix}");

        IReadOnlyList<(long Weight, string Text)> owners = file.Has("owners")
            ? file.Section("owners")
            : [(65, "{last}"), (15, "{last} & {last2}"), (20, "{adj} {noun}")];
        Owners = [.. owners.Select(owner => new NamePattern(owner.Text))];
        OwnerWeights = new WeightedTable([.. owners.Select(owner => owner.Weight)]);

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

    /// <summary>Where name and legal form stand.</summary>
    public NamePattern Form { get; }

    /// <summary>What a company may be called after: families, or ordinary words.</summary>
    public ImmutableArray<NamePattern> Owners { get; }

    public WeightedTable OwnerWeights { get; }

    public WeightedTexts Industries { get; }

    /// <summary>By industry, the words of its companies' names; <c>~</c> says where the rest of the name goes, else it stands before.</summary>
    public ImmutableArray<ImmutableArray<string>> Trades { get; }
}
