using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds options that may depend on other columns, and checks that every value has a case.</summary>
internal sealed class GivenBinder(PlanDraft plan, TableDraft table, string column)
{
    /// <summary>Binds an option; without a condition the selector is null and there is one value.</summary>
    /// <returns>The values by case; the selector's numbers index into them.</returns>
    public (GivenSelector? Given, ImmutableArray<object?> Values) Bind<T>(
        ImmutableArray<ExpressionText> given, GivenOption<T> option, Func<T, object?> bind)
        where T : class
    {
        if (!option.IsConditional || given.Length == 0)
            return (null, [option.Otherwise is null ? null : bind(option.Otherwise)]);

        ImmutableArray<object?> values = [.. option.Cases.Select(c => bind(c.Value)), .. option.Otherwise is null ? Array.Empty<object?>() : [bind(option.Otherwise)]];
        return (Selector(given, option), values);
    }

    private GivenSelector? Selector<T>(ImmutableArray<ExpressionText> given, GivenOption<T> option)
        where T : class
    {
        var slots = ImmutableArray.CreateBuilder<int>();
        var types = ImmutableArray.CreateBuilder<ColumnType>();
        foreach (ExpressionText text in given)
        {
            string? wrong = table.Resolve(text.Text.Split('.'), out Expressions.ScopeColumn found);
            if (wrong is not null)
            {
                if (wrong.Length > 0)
                    plan.Bag.Add(ExpressionDiagnostics.UnknownName, text.Position, wrong, Suggestion.For(text.Text, table.Names));
                return null;
            }

            slots.Add(found.Slot);
            types.Add(found.Type);
        }

        var keys = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        foreach (GivenCase<T> c in option.Cases)
            keys.Add(LiteralTexts(c.Key, types, given));
        var selector = new GivenSelector(slots.ToImmutable(), types.ToImmutable(), keys.ToImmutable(), option.Otherwise is null ? -1 : option.Cases.Length);
        CheckCover(given, selector, option.Cases.Select(c => c.Position).ToArray(), option.Position);
        return selector;
    }

    // Values are compared typed, so 1 and 1.0 are one case of a decimal: each key is respelled as its column prints it.
    private ImmutableArray<string> LiteralTexts(ImmutableArray<SchemaScalar> key, IReadOnlyList<ColumnType> types, ImmutableArray<ExpressionText> given)
    {
        var texts = ImmutableArray.CreateBuilder<string>(key.Length);
        for (int index = 0; index < key.Length && index < types.Count; index++)
            texts.Add(LiteralBinder.Bind([key[index] with { IsQuoted = true }], types[index], given[index].Text, plan.Bag).Texts[0]);
        return texts.ToImmutable();
    }

    private void CheckCover(ImmutableArray<ExpressionText> given, GivenSelector selector, SourcePosition[] positions, SourcePosition position)
    {
        ImmutableArray<string>?[] domains = [.. selector.Slots.Select(slot => ClosedDomain.Of(table, slot))];
        for (int index = 0; index < domains.Length; index++)
        {
            if (domains[index] is not { } domain)
                continue;
            for (int number = 0; number < selector.Keys.Length; number++)
            {
                string key = selector.Keys[number][index];
                if (!domain.Contains(key))
                    plan.Bag.Add(
                        PlanDiagnostics.GivenKeyUnknown, positions[number], column, key, given[index].Text, Suggestion.For(key, domain), string.Join(", ", domain));
            }
        }

        if (selector.Otherwise >= 0)
            return;
        int open = Array.FindIndex(domains, domain => domain is null);
        if (open >= 0)
        {
            plan.Bag.Add(PlanDiagnostics.GivenOpen, position, column, given[open].Text);
            return;
        }

        var covered = selector.Keys.Select(key => string.Join('\u001f', key)).ToHashSet(StringComparer.Ordinal);
        IEnumerable<ImmutableArray<string>> reachable = ClosedDomain.Combinations(table, selector.Slots, [.. domains.Select(domain => domain!.Value)]);
        foreach (ImmutableArray<string> combination in reachable.Where(c => !covered.Contains(string.Join('\u001f', c))).Take(3))
            plan.Bag.Add(PlanDiagnostics.GivenUncovered, position, column, string.Join(", ", given.Select(g => g.Text)), string.Join(", ", combination));
    }
}
