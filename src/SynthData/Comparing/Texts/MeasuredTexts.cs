using System.Collections.Immutable;
using SynthData.Sources.Model.Variety;

namespace SynthData.Comparing.Texts;

/// <summary>Texts of a column, in the order of the sample, and what is read in them.</summary>
internal sealed class MeasuredTexts
{
    public MeasuredTexts(IEnumerable<string> texts)
    {
        Texts = [.. texts];
        Forms = [.. Texts.Select(TextForm.Of)];
    }

    public ImmutableArray<string> Texts { get; }

    /// <summary>As texts are compared: see <see cref="TextForm"/>.</summary>
    public ImmutableArray<string> Forms { get; }

    /// <summary>Whether a text has words with blanks between them; else the column is one of codes.</summary>
    public bool HaveBlanks => Texts.Any(text => text.AsSpan().Trim().ContainsAny(' ', '\n', '\t'));

    /// <summary>The words of each text: its form, cut at blanks. A script that writes none between words has words as long as its clauses.</summary>
    public IEnumerable<string[]> Words => Forms.Select(form => form.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
