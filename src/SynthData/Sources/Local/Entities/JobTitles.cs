using System.Collections.Immutable;
using SynthData.Batches;

namespace SynthData.Sources.Local.Entities;

/// <summary>The departments of companies and what people in them are called, by sex. Immutable and thread-safe.</summary>
internal sealed class JobTitles
{
    private readonly ImmutableArray<(int First, int Count)> spans;
    private readonly ImmutableArray<int> female;
    private readonly ImmutableArray<int> male;

    /// <param name="file">Lines of the section <c>jobs</c>: a weight, a department, a colon, titles; <c>|</c> sets the form for women apart.</param>
    public JobTitles(WordFile file)
    {
        List<(string Name, long Weight)> departments = [];
        List<(int, int)> places = [];
        List<string> women = [];
        List<string> men = [];
        foreach ((long weight, string rest) in file.Section("jobs"))
        {
            string[] halves = rest.Split(": ");
            string[] titles = halves[1].Split(", ");
            departments.Add((halves[0], weight));
            places.Add((men.Count, titles.Length));
            men.AddRange(titles.Select(title => title.Split('|')[0]));
            women.AddRange(titles.Select(title => title.Split('|')[^1]));
        }

        Departments = new WeightedTexts(departments);
        string[] distinct = [.. women.Concat(men).Distinct(StringComparer.Ordinal)];
        Titles = new TextPool([.. distinct]);
        spans = [.. places];
        female = [.. women.Select(title => Array.IndexOf(distinct, title))];
        male = [.. men.Select(title => Array.IndexOf(distinct, title))];
    }

    public WeightedTexts Departments { get; }

    /// <summary>All titles, of women and men.</summary>
    public TextPool Titles { get; }

    /// <summary>Picks a title of a department, all of one being alike in weight.</summary>
    public int PickTitle(int department, bool isMale, ulong word)
    {
        (int first, int count) = spans[department];
        return (isMale ? male : female)[first + (int)Math.BigMul(word, (ulong)count, out _)];
    }
}
