using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Expressions.Templates;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds prompts: to knowledge that covers them, else to a model when one is named, else to the fallback the schema writes.</summary>
internal sealed class PromptBinder(PlanDraft plan)
{
    private readonly KnowledgeBinder knowledge = new(plan);

    public BoundSource? Bind(TableDraft table, CellDraft cell, ColumnSchema column, PromptSource source, ColumnType? written, SourceBinder sources)
    {
        string name = $"{table.Name}.{cell.Name}";
        if (cell.IsKey)
            plan.Bag.Add(PlanDiagnostics.KeyUnsupported, source.Position, name, "is a prompt", "Make the key a sequence, a UUID or a pattern.");
        BoundSource? fallback = source.Fallback is null ? null : sources.Bind(table, cell, column, source.Fallback, written);
        ColumnType type = written ?? fallback?.Type ?? ColumnType.Text;
        if (column.Similarity is { } similarity && type.Kind != ColumnKind.String)
            plan.Bag.Add(VarietyDiagnostics.SimilarityOfNoText, similarity.Position, name, type);
        if (plan.Request.Filling is PromptFilling.FirstThatCan or PromptFilling.Knowledge)
        {
            int before = plan.Bag.Count;
            BoundSource? known = knowledge.Bind(table, cell, column, written ?? fallback?.Type, sources, out string whyNot);
            if (known is not null || plan.Bag.Count > before)
                return known;
            if (plan.Request.Filling == PromptFilling.Knowledge)
            {
                plan.Bag.Add(KnowledgeDiagnostics.NotCovered, source.Position, name, WhyNot(whyNot));
                return null;
            }

            if (whyNot.Length > 0 && (plan.Request.UsesModel || fallback is not null))
                plan.Bag.Add(KnowledgeDiagnostics.NotCoveredSo, source.Position, name, whyNot, plan.Request.UsesModel ? "the model" : "its fallback");
        }

        if (!plan.Request.UsesModel)
        {
            if (source.Fallback is null)
                plan.Bag.Add(PlanDiagnostics.NoWayToFillPrompt, source.Position, name);
            return fallback is null ? null : fallback with { Keyword = "fallback" };
        }

        BoundSource? rest = null;
        if (plan.Request.TextRows is not null)
        {
            int before = plan.Bag.Count;
            rest = knowledge.Bind(table, cell, column, type, sources, out string whyNot);
            if (column.IsUnique)
                plan.Bag.Add(KnowledgeDiagnostics.UniqueIsHalved, source.Position, name);
            if (rest is null && plan.Bag.Count == before)
                plan.Bag.Add(KnowledgeDiagnostics.NotCovered, source.Position, name, WhyNot(whyNot));
            if (plan.Bag.Count > before)
                return null;
        }

        ImmutableArray<int> mentions = [.. Mentions(table, column, source).Concat(Axes(table)).Distinct()];
        var prompt = new PromptColumn(
            cell.Name, type, source.Prompt?.Text, column.About, column.IsUnique, column.Length, column.Locale?.Only ?? plan.Schema.Locale,
            [.. mentions.Select(slot => table.Cells[slot].Name)],
            string.Join('\n', type, source.Prompt?.Text, column.About, column.Length?.Low, column.Length?.High, column.Locale?.Only ?? plan.Schema.Locale))
        { Similarity = column.Similarity?.Value };
        return new BoundSource(
            new ModelCells(prompt) { Fallback = fallback?.Source, FallbackInputs = fallback?.Inputs ?? [], Rest = rest?.Source }, type,
            rest is null ? mentions : [.. mentions.Union(rest.Inputs)], rest is null ? "model" : "model, knowledge")
        { IsUnique = column.IsUnique, Detail = source.Prompt?.Text ?? "from its description" };
    }

    private string WhyNot(string lacks) => lacks.Length > 0 ? lacks : plan.Request.Knowledge is null ? "there is no file beside the schema" : "it does not speak of it";

    // What a prompt mentions is what its answer depends on; a bare `prompt: true` sees the row's visible cells.
    private ImmutableArray<int> Mentions(TableDraft table, ColumnSchema column, PromptSource source)
    {
        if (source.Prompt is null)
        {
            IEnumerable<string> seen = table.Schema.Columns
                .Where(other => other != column && !other.IsHidden && other.Source is not (null or PromptSource or SequenceSource or UuidSource or ReferenceSource or FaultLabelSource))
                .SelectMany(other => other.Names);
            return [.. seen.Select(name => Slot(table, [name])).OfType<int>()];
        }

        BoundTemplate? template = TemplateBinder.Bind(source.Prompt, table, plan.BindContext, plan.Bag);
        if (template is null)
            return [];
        var slots = ImmutableArray.CreateBuilder<int>();
        foreach (BoundExpression mentioned in template.Expressions)
        {
            // Prompts of one row are answered together, so another prompt is not something known.
            if (mentioned.SlotAlone is { } slot && table.Cells[slot].Column is { Source: PromptSource })
                continue;
            slots.Add(mentioned.SlotAlone ?? Computed(table, mentioned));
        }

        return [.. slots.Distinct()];
    }

    // A declared axis is something the answer depends on, whether its prompt mentions it or not.
    private static IEnumerable<int> Axes(TableDraft table) =>
        table.Schema.Axes is { } axes ? axes.Names.Select(axis => Slot(table, [axis.Name])).OfType<int>() : [];

    private static int Computed(TableDraft table, BoundExpression mentioned) =>
        (table.FindSynthetic(mentioned.Text)
            ?? table.AddSynthetic(mentioned.Text, mentioned.Type.Column ?? ColumnType.Text, new ExpressionCells(mentioned), mentioned.Slots.AsSpan())).Slot;

    private static int? Slot(TableDraft table, IReadOnlyList<string> path) => table.Resolve(path, out ScopeColumn found) is null ? found.Slot : null;
}
