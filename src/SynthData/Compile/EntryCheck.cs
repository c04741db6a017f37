using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Knowledge;
using SynthData.Planning;
using SynthData.Sources.Model.Replies;
using SynthData.Sources.Model.Variety;

namespace SynthData.Compile;

/// <summary>Checks entries that a model wrote, and says everything that is wrong with one in words it can act on. Thread-safe.</summary>
internal sealed class EntryCheck
{
    private static readonly SourcePosition Nowhere = new("", 1, 1);

    private readonly EntryPlan plan;
    private readonly RuleTrial rules;
    private readonly ImmutableArray<AlikeTexts> kept;
    private readonly Lock gate = new();
    private readonly ImmutableArray<ImmutableHashSet<string>> nameable;
    private readonly TextLengths lengths;

    public EntryCheck(EntryPlan plan, RuleTrial rules)
    {
        this.plan = plan;
        this.rules = rules;
        EntryGroup group = plan.Group;
        nameable = [.. group.Columns.Select(column => group.NameableIn(column).ToImmutableHashSet(StringComparer.Ordinal))];
        kept = [.. group.Columns.Select((_, column) => Kept(plan, column))];
        Dictionary<string, long> longest = group.Conditions.Concat(group.Places).ToDictionary(
            group.NameOf, known => group.Sample.ValuesOf(known).Select(one => (long)one.Value.EnumerateRunes().Count()).DefaultIfEmpty().Max(), StringComparer.Ordinal);
        lengths = new TextLengths(ImmutableDictionary<string, KnowledgeList>.Empty, name => (1, longest.GetValueOrDefault(name)));
    }

    public IEnumerable<PromptViolation> Find(PromptAnswer answer)
    {
        var found = new List<PromptViolation>();
        var texts = new KnowledgeText?[plan.Group.Columns.Length];
        for (int column = 0; column < texts.Length; column++)
        {
            foreach (SlotProblem problem in Find(column, answer.Cells[column]!, out texts[column]))
                found.Add(new PromptViolation(answer.RowIndex, problem.Code, problem.Rule, problem.Message, [plan.Group.Names[column]]));
        }

        return found.Count > 0 ? found : rules.Find(answer.RowIndex, [.. texts.Select(text => text!)]);
    }

    private List<SlotProblem> Find(int place, string written, out KnowledgeText? text)
    {
        PromptColumn column = plan.Group.Columns[place];
        var problems = new List<SlotProblem>();
        text = Knowledge.TextReader.Read(written, Nowhere, (_, why) => Tell(CompileDiagnostics.BadText, why));
        if (text is null)
            return problems;
        foreach (TextPart part in text.All)
        {
            if (WhyNot(part, nameable[place]) is var (name, why))
                Tell(CompileDiagnostics.UnknownPlace, name, why);
        }

        if (problems.Count > 0)
            return problems;
        if (written.Length > KnowledgeLimits.MaxWritten)
            Tell(CompileDiagnostics.BadText, $"it has {written.Length} characters, and at most {KnowledgeLimits.MaxWritten} may be written");
        long readings = TextShape.Readings(text.Parts);
        if (readings < plan.LeastReadings(column))
            Tell(CompileDiagnostics.FewReadings, readings, plan.LeastReadings(column));
        if (column.Length is { } length && lengths.Of(text.Parts) is var (least, most) && (least < length.Low || most > length.High))
            Tell(CompileDiagnostics.LengthLeft, least, most, length.Low, length.High);
        string literal = string.Concat(text.All.OfType<LiteralPart>().Select(one => one.Text));
        if (ScriptCheck.Foreign(literal, column.Locale ?? plan.Group.Table.Locale) is { } script)
            Tell(CompileDiagnostics.OtherScript, script, column.Locale ?? plan.Group.Table.Locale);
        if (IsLikeKept(place, written))
            Tell(CompileDiagnostics.WrittenBefore, CellReader.Shown(written));
        return problems;

        void Tell(DiagnosticDescriptor descriptor, params object?[] rest) => problems.Add(SlotProblem.Of(descriptor, column.Name, [column.Name, .. rest]));
    }

    // What the model writes now is compared by the engine.
    private static AlikeTexts Kept(EntryPlan plan, int column)
    {
        var texts = new AlikeTexts(new AlikeBound(EntryPrompt.MostAlike, isInclusive: false));
        foreach (KnowledgeEntry entry in plan.Pools.SelectMany(pool => pool.Kept))
            texts.Add(TextForm.Of(entry.Texts[column].Written), 0);
        return texts;
    }

    private bool IsLikeKept(int column, string written)
    {
        lock (gate)
            return kept[column].Find(TextForm.Of(written)) is not null;
    }

    private static (string Name, string Why)? WhyNot(TextPart part, ImmutableHashSet<string> nameable) => part switch
    {
        ColumnPart column => WhyNotNamed(column.Column, nameable),
        VariantPart variant => WhyNotNamed(variant.Column, nameable) ?? (variant.Variants.HasOtherwise ? null : (variant.Column + ": …", "variants by a column end with 'else=…'")),
        ListPart list => ("list:" + list.List, "there are no lists"),
        TagPart tag => ("list:" + tag.List, "there are no lists"),
        _ => null,
    };

    private static (string Name, string Why)? WhyNotNamed(string name, ImmutableHashSet<string> nameable) => nameable.Contains(name) ? null
        : nameable.IsEmpty ? (name, "this text may name no column") : (name, $"a text may name {string.Join(", ", nameable.Order(StringComparer.Ordinal))}");
}
