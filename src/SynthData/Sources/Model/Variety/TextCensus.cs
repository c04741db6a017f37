using System.Collections.Immutable;
using SynthData.Planning;
using SynthData.Schema;

namespace SynthData.Sources.Model.Variety;

/// <summary>Counts, in the rows of a table as they are delivered, texts that an earlier row has too or nearly has. Thread-safe.</summary>
internal sealed class TextCensus(PromptTable table)
{
    /// <summary>Texts this much alike count as near duplicates.</summary>
    public const decimal NearShare = 0.8m;

    private readonly Lock gate = new();
    private readonly ImmutableArray<Count> counts =
        [.. Enumerable.Range(0, table.Columns.Length).Where(column => table.Columns[column].Type.Kind == ColumnKind.String).Select(column => new Count(column))];

    /// <summary>A figure for each text column, in output order.</summary>
    public ImmutableArray<TextVariety> Figures
    {
        get
        {
            lock (gate)
                return [.. counts.Select(count => new TextVariety(table.Table, table.Columns[count.Column].Name, count.Rows, count.Duplicates, count.NearDuplicates))];
        }
    }

    public void Add(IEnumerable<PromptAnswer> answers)
    {
        lock (gate)
        {
            foreach (PromptAnswer answer in answers)
            {
                foreach (Count count in counts)
                {
                    if (answer.Cells[count.Column] is { } text)
                        count.Add(TextForm.Of(text), answer.RowIndex);
                }
            }
        }
    }

    private sealed class Count(int column)
    {
        private readonly HashSet<string> forms = new(StringComparer.Ordinal);
        private readonly AlikeTexts texts = new(new AlikeBound(NearShare, isInclusive: true));

        public int Column { get; } = column;

        public long Rows { get; private set; }

        public long Duplicates { get; private set; }

        public long NearDuplicates { get; private set; }

        public void Add(string form, long rowIndex)
        {
            Rows++;
            if (!forms.Add(form))
            {
                Duplicates++;
                return;
            }

            if (texts.Find(form) is not null)
                NearDuplicates++;
            texts.Add(form, rowIndex);
        }
    }
}
