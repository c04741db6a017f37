using System.Collections.Immutable;
using SynthData.Catalogue;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds <c>semantic</c>: its type, its locale or what decides among several, whom it tells of, and weights.</summary>
internal sealed class SemanticBinder(PlanDraft plan)
{
    public BoundSource? Bind(TableDraft table, CellDraft cell, ColumnSchema column, SemanticSource source, ColumnType? written)
    {
        string name = $"{table.Name}.{cell.Name}";
        var check = new SemanticCheck(name, source.Position, plan.Bag);
        if (check.Find(source.Type) is not { } type || Locales(table, column, source, name) is not { } locales)
            return null;
        if (written is { } columnType && !check.Fits(type, columnType))
            return null;
        // The first generator overlooked it, and goes on doing so.
        if (plan.Schema.Generator > 1 && source.Given.Length > 0 && source.Weights is null && !type.FollowsSex && column.Nulls is not { Shares.IsConditional: true })
        {
            plan.Bag.Add(LocaleDiagnostics.GivenWithoutEffect, source.Given[0].Position, name, source.Given[0].Text, type.Name);
            return null;
        }

        if (source.Weights is not null)
            return Weighted(table, cell, column, source, type, written);
        if (column.IsUnique && !IsUnique(column, type, locales, check, name))
            return null;

        int? sex = type.FollowsSex || plan.Schema.Generator == 1 ? SexSlot(table, source) : null;
        return new BoundSource(
            new SemanticCells(type, locales, source.Of?.Text, sex, column.IsUnique), written ?? type.Type,
            [.. sex is { } slot ? [slot] : Array.Empty<int>(), .. locales.Given?.Slots ?? []], "semantic")
        { IsUnique = column.IsUnique, Detail = Detail(type, column, source, locales) };
    }

    private static string Detail(SemanticType type, ColumnSchema column, SemanticSource source, LocaleCases locales)
    {
        string by = locales.Given is null ? "" : $" by {string.Join(", ", column.Locale!.Given.Select(given => given.Text))}";
        return $"{type.Name}{(source.Of is { } of ? $" of {of.Text}" : "")}, {string.Join(" or ", locales.Tags.Distinct())}{by}";
    }

    // Every locale that a row may have needs data, since none stands in for another.
    private LocaleCases? Locales(TableDraft table, ColumnSchema column, SemanticSource source, string name)
    {
        if (column.Locale is not { Given.Length: > 0 } conditional)
        {
            string only = column.Locale?.Only ?? plan.Schema.Locale;
            return Has(source.Type, only, column.Locale?.Position ?? source.Position, name) ? new LocaleCases(null, [only]) : null;
        }

        (GivenSelector? given, ImmutableArray<object?> tags) = new GivenBinder(plan, table, name).Bind(
            conditional.Given, conditional.Tags, tag => Has(source.Type, tag.Text, tag.Position, name) ? tag.Text : null);
        string[] found = [.. tags.OfType<string>()];
        return found.Length != tags.Length || (given is null && conditional.Tags.IsConditional) ? null : new LocaleCases(given, [.. found]);
    }

    private bool Has(string type, string locale, SourcePosition position, string name) =>
        new SemanticCheck(name, position, plan.Bag).Find(type, locale) is not null;

    private bool IsUnique(ColumnSchema column, SemanticType type, LocaleCases locales, SemanticCheck check, string name)
    {
        if (!locales.Tags.All(locale => check.IsUnique(type, locale, 0)))
            return false;
        if (type.IsApart || type.IsAnywhere || locales.Tags.Distinct().Count() == 1)
            return true;
        plan.Bag.Add(LocaleDiagnostics.UniqueOverLocales, column.Locale!.Position, name, type.Name);
        return false;
    }

    // Weights make the attribute a category, which the rest of the person then follows.
    private BoundSource? Weighted(
        TableDraft table, CellDraft cell, ColumnSchema column, SemanticSource source, SemanticType type, ColumnType? written)
    {
        string name = $"{table.Name}.{cell.Name}";
        if (!type.CanBeWeighted)
        {
            plan.Bag.Add(LocaleDiagnostics.NotWeighted, source.Weights!.Position, name, type.Name, string.Join(", ", SemanticTypes.Weighted));
            return null;
        }

        if (column.Source != source)
        {
            plan.Bag.Add(LocaleDiagnostics.WeightsInPart, source.Weights!.Position, name, type.Name);
            return null;
        }

        SchemaScalar[] strange = [.. source.Weights!.Values.All.SelectMany(list => list.Values).Select(weighted => weighted.Value)
            .Where(value => value.IsNull || !type.Values.Contains(value.Text))];
        foreach (SchemaScalar value in strange)
            plan.Bag.Add(LocaleDiagnostics.UnknownWeighted, value.Position, name, value.Text, type.Name, string.Join(", ", type.Values));
        if (strange.Length > 0)
            return null;

        BoundSource? bound = new CategoryBinder(plan).Bind(
            table, cell, source.Weights with { Given = source.Given }, written ?? type.Type, name);
        if (bound is null)
            return null;
        table.WeightedSexes.TryAdd(source.Of?.Text ?? "", cell.Slot);

        // The sex is the person's, whatever the column that shows it is called.
        var person = new SemanticCells(type, new LocaleCases(null, []), source.Of?.Text, null, IsTagged: false);
        return bound with
        {
            Source = (CategoryCells)bound.Source with { Stream = $"{person.EntityStream}:{type.Name}" },
            Keyword = "semantic",
            Detail = $"{type.Name}{(source.Of is { } of ? $" of {of.Text}" : "")}, weighted: {bound.Detail}",
        };
    }

    // A person's sex may be drawn by another column; every attribute of the entity then follows it.
    private int? SexSlot(TableDraft table, SemanticSource source)
    {
        if (source.Given.Length == 0)
            return null;
        string? wrong = table.Resolve(source.Given[0].Text.Split('.'), out ScopeColumn found);
        if (wrong is null)
            return found.Slot;
        if (wrong.Length > 0)
            plan.Bag.Add(ExpressionDiagnostics.UnknownName, source.Given[0].Position, wrong, Suggestion.For(source.Given[0].Text, table.Names));
        return null;
    }
}
