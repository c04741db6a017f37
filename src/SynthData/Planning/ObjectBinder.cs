using System.Collections.Immutable;
using SynthData.Diagnostics;
using SynthData.Expressions;
using SynthData.Expressions.Objects;
using SynthData.Schema;

namespace SynthData.Planning;

/// <summary>Binds an <c>object</c>: what is the same for every row becomes one text between the values.</summary>
internal sealed class ObjectBinder(PlanDraft plan, TableDraft table, string name)
{
    private readonly ImmutableArray<ObjectPart>.Builder parts = ImmutableArray.CreateBuilder<ObjectPart>();
    private readonly CharacterBuffer literal = new();
    private bool isWhole = true;

    /// <summary>Gives null, and tells why, when an expression is wrong.</summary>
    public BoundObject? Bind(ObjectMap root)
    {
        Add(root, name);
        Flush();
        return isWhole ? new BoundObject(parts.ToImmutable()) : null;
    }

    private void Add(ObjectSchema part, string path)
    {
        switch (part)
        {
            case ObjectMap map:
                literal.Append('{');
                for (int index = 0; index < map.Entries.Length; index++)
                {
                    if (index > 0)
                        literal.Append(',');
                    JsonText.AppendQuoted(map.Entries[index].Name, literal);
                    literal.Append(':');
                    Add(map.Entries[index].Part, $"{path}.{map.Entries[index].Name}");
                }

                literal.Append('}');
                break;
            case ObjectList list:
                literal.Append('[');
                for (int index = 0; index < list.Items.Length; index++)
                {
                    if (index > 0)
                        literal.Append(',');
                    Add(list.Items[index], $"{path}[{index}]");
                }

                literal.Append(']');
                break;
            default:
                AddValue(((ObjectValue)part).Expression, path);
                break;
        }
    }

    private void AddValue(ExpressionText text, string path)
    {
        BoundExpression? expression = plan.Expression(table, text);
        ColumnType? type = expression?.SlotAlone is { } slot ? table.Cells[slot].Type : expression?.Type.Column;
        if (expression is not null && type is null)
            plan.Bag.Add(PlanDiagnostics.TypeDoesNotFit, text.Position, path, new ColumnType(ColumnKind.Json), expression.Type);
        if (expression is null || type is null)
        {
            isWhole = false;
            return;
        }

        Flush();
        parts.Add(new ObjectCell(expression, type.Value));
    }

    private void Flush()
    {
        if (literal.Written.IsEmpty)
            return;
        parts.Add(new ObjectLiteral(literal.Written.ToString()));
        literal.Clear();
    }
}
