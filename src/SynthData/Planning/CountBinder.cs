using System.Collections.Immutable;
using System.Globalization;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds how many children a parent has; names are the parent's columns.</summary>
internal sealed class CountBinder(PlanDraft plan, TableDraft table, TableDraft parent)
{
    public CountPlan? Bind(CountSchema count)
    {
        string name = $"{table.Name} (count)";
        var given = new GivenBinder(plan, parent, name);
        (GivenSelector? selector, ImmutableArray<object?> shapes) = given.Bind(count.Given, count.Shape, shape => Shape(shape, name));
        CountShapePlan[] bound = [.. shapes.OfType<CountShapePlan>()];
        if (bound.Length != shapes.Length)
            return null;
        ExactCut? exact = count.IsExact && bound is [CountChoice choice] ? new ExactCut("#count", null, [choice.Weights]) : null;
        return new CountPlan(selector, [.. bound], exact, "#count") { Total = Total() };
    }

    // A total is a number of rows like those of other tables, and grows and shrinks with them.
    private long? Total()
    {
        if (table.Per!.Rows.Total is not { } total)
            return null;
        bool fits = plan.Request.Scale == 0 || total.Rows <= DatasetPlan.MaxRows / plan.Request.Scale;
        if (!fits)
            plan.Bag.Add(PlanDiagnostics.TooManyRows, total.Position, table.Name, DatasetPlan.MaxRows);
        return fits ? (long)Math.Ceiling(total.Rows * plan.Request.Scale) : 0;
    }

    private CountShapePlan? Shape(CountShape shape, string name) => shape switch
    {
        CountValue value => Value(value.Value),
        CountBetween between => Between(between, name),
        CountDistribution drawn => Draw(drawn.Distribution, 0, CountPlan.MaxPerParent, name),
        CountWeights weights => Weights(weights.Values, name),
        _ => null,
    };

    private CountShapePlan? Value(SchemaScalar value)
    {
        if (Whole(value.Text) is { } number)
            return number is >= 0 and <= CountPlan.MaxPerParent ? new CountDraw(new GridRange(End(number), End(number), 1, null)) : BadCount(value);

        BoundExpression? expression = plan.Expression(parent, new ExpressionText(value.Text, value.Position));
        if (expression is null)
            return null;
        if (expression.CanBecome(ColumnType.Int64))
            return new CountExpression(expression);
        plan.Bag.Add(PlanDiagnostics.CountIsNoNumber, value.Position, table.Name, value.Text, expression.Type);
        return null;
    }

    private CountShapePlan? Between(CountBetween between, string name)
    {
        if (Whole(between.Ends.Low.Text) is not { } low || Whole(between.Ends.High.Text) is not { } high)
        {
            SchemaScalar wrong = Whole(between.Ends.Low.Text) is null ? between.Ends.Low : between.Ends.High;
            plan.Bag.Add(PlanDiagnostics.LiteralDoesNotFit, wrong.Position, wrong.Text, ColumnType.Int64, name, "3");
            return null;
        }

        if (low < 0 || high > CountPlan.MaxPerParent)
            return BadCount(low < 0 ? between.Ends.Low : between.Ends.High);
        if (low > high)
        {
            plan.Bag.Add(PlanDiagnostics.RangeIsEmpty, between.Position, name, low, high);
            return null;
        }

        return between.Distribution is null ? new CountDraw(new GridRange(End(low), End(high), 1, null)) : Draw(between.Distribution, low, high, name);
    }

    private CountDraw? Draw(DistributionSchema distribution, long low, long high, string name)
    {
        DistributionPlan? draw = new DrawBinder(plan, name, ColumnType.Int64).Bind(distribution, isInRange: high < CountPlan.MaxPerParent);
        if (draw is null)
            return null;
        var range = new GridRange(End(low), End(high), 1, draw);
        if (draw is { IsBare: true, Name: "lognormal" } && low == 0)
            plan.Bag.Add(
                PlanDiagnostics.DistributionDoesNotFit, distribution.Position, draw.Name, name, "bare, it needs a lower end above 0",
                "Write { lognormal: { median: 3, p90: 8 } }, or raise the lower end.");
        else if (!RangeCut.TellMiddle(draw, (low, high), name, distribution.Position, plan.Bag) && RangeCut.Of(ColumnType.Int64, range) is > 0.99 and { } cut)
            plan.Bag.Add(PlanDiagnostics.MostIsCutAway, distribution.Position, name, cut * 100);
        return new CountDraw(range);
    }

    private CountChoice? Weights(ValueList list, string name)
    {
        var values = ImmutableArray.CreateBuilder<long>();
        foreach (WeightedScalar weighted in list.Values)
        {
            if (Whole(weighted.Value.Text) is { } number and >= 0 and <= CountPlan.MaxPerParent)
                values.Add(number);
            else
                BadCount(weighted.Value);
        }

        if (list.Values.All(weighted => weighted.Weight == 0))
            plan.Bag.Add(PlanDiagnostics.WeightsAreNothing, list.Position, name);
        return values.Count == list.Values.Length ? new CountChoice(values.ToImmutable(), [.. list.Values.Select(weighted => weighted.Weight)]) : null;
    }

    private CountShapePlan? BadCount(SchemaScalar value)
    {
        plan.Bag.Add(PlanDiagnostics.CountIsNone, value.Position, value.Text, table.Name, CountPlan.MaxPerParent);
        return null;
    }

    private static RangeEnd End(long number) => new(0, number, null);

    private static long? Whole(string text) =>
        long.TryParse(text.Replace("_", "", StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;
}
