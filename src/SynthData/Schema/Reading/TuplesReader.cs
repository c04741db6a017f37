using System.Collections.Immutable;
using SynthData.Diagnostics;

namespace SynthData.Schema.Reading;

/// <summary>Reads <c>tuples</c>: a list of lists, each with a value for every column and perhaps its weight last; or the file they stand in.</summary>
internal sealed class TuplesReader(SchemaReading reading, SourceScope scope)
{
    private const string Expected = "a list of tuples such as [ [I10, Hypertension, 40] ], or { file: NAME.csv }";

    private readonly string where = $"'tuples' of {scope.What}";

    public TuplesSource? Read(SchemaNode node, OptionReader options, bool isExact)
    {
        if (options.Given.IsEmpty || ValueFileReader.IsFile(node))
        {
            return ReadList(node, where) is { } all
                ? new TuplesSource(new GivenOption<TupleList>([], all, node.Position), isExact, node.Position)
                : null;
        }

        if (node is not MapNode)
        {
            reading.Report(ListDiagnostics.TuplesNotByCondition, node.Position, where, node.Shape, options.GivenNames);
            return null;
        }

        return options.Conditional(node, "tuples", ReadList) is { } byCondition ? new TuplesSource(byCondition, isExact, node.Position) : null;
    }

    private TupleList? ReadList(SchemaNode node, string what)
    {
        if (ValueFileReader.IsFile(node))
            return new ValueFileReader(reading).Read((MapNode)node, what, isOneColumn: false) is { } file ? new TupleList([], node.Position) { File = file } : null;
        if (node is MapNode)
        {
            reading.Report(SchemaDiagnostics.ConditionWithoutGiven, node.Position, what, Expected);
            return null;
        }

        if (node is not ListNode list)
        {
            reading.WrongShape(node, what, Expected);
            return null;
        }

        if (list.Items.IsEmpty)
            reading.Report(SchemaDiagnostics.EmptyList, list.Position, what, "tuple");
        int before = reading.Reported;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var tuples = ImmutableArray.CreateBuilder<WeightedTuple>(list.Items.Length);
        foreach (SchemaNode item in list.Items)
        {
            if (ReadTuple(item, what) is not { } tuple)
                continue;
            string text = string.Join(", ", tuple.Cells.Select(cell => cell.IsNull ? "null" : cell.Text));
            if (seen.Add(string.Join('\u001f', tuple.Cells.Select(cell => cell.IsNull ? "\0" : cell.Text))))
                tuples.Add(tuple);
            else
                reading.Report(ListDiagnostics.TupleRepeated, item.Position, what, text);
        }

        return reading.Reported > before || tuples.Count == 0 ? null : new TupleList(tuples.ToImmutable(), list.Position);
    }

    private WeightedTuple? ReadTuple(SchemaNode item, string what)
    {
        if (item is not ListNode list || list.Items.Any(cell => cell is not ScalarNode))
        {
            reading.WrongShape(item, $"a tuple of {what}", "a list of single values");
            return null;
        }

        int count = scope.NameCount;
        if (list.Items.Length != count && list.Items.Length != count + 1)
        {
            reading.Report(ListDiagnostics.TupleLength, list.Position, what, list.Items.Length, count, count + 1);
            return null;
        }

        decimal weight = 1;
        if (list.Items.Length > count)
        {
            var last = (ScalarNode)list.Items[count];
            if (!Literals.TryNumber(last.Text, out weight) || weight < 0)
            {
                reading.BadLiteral(last, $"the weight of a tuple of {what}", "a number of 0 or more");
                return null;
            }
        }

        return new WeightedTuple([.. list.Items.Take(count).Cast<ScalarNode>().Select(cell => cell.ToScalar())], weight);
    }
}
