using SynthData.Batches;
using SynthData.Planning;

namespace SynthData.Testing.Binding;

/// <summary>Rows of a type that <c>synthdata codegen</c> wrote: it reads itself, and nothing is reflected on but that it does.</summary>
internal abstract class GeneratedRows
{
    /// <summary>The table that the type was written for.</summary>
    public abstract string TableName { get; }

    /// <summary>The columns of its properties, in the order of these; a property may be named otherwise.</summary>
    public abstract IEnumerable<string> Columns { get; }

    /// <summary>Finds how a type reads itself; null for one that does not.</summary>
    public static GeneratedRows? Of(Type type) =>
        type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(ITableRow<>) && one.GenericTypeArguments[0] == type)
            ? (GeneratedRows)Activator.CreateInstance(typeof(GeneratedRows<>).MakeGenericType(type))!
            : null;

    /// <summary>Gives the first rows of a table as an array of the type.</summary>
    /// <exception cref="Diagnostics.SchemaException">The type no longer matches the schema (SD8401).</exception>
    public abstract object Read(GenerationPlan plan, string table, long rows);
}

/// <inheritdoc/>
internal sealed class GeneratedRows<T> : GeneratedRows
    where T : ITableRow<T>
{
    public override string TableName => T.TableName;

    public override IEnumerable<string> Columns => T.Columns.Select(column => column.Name);

    public override object Read(GenerationPlan plan, string table, long rows)
    {
        TablePlan found = plan.Run.Plan.Tables.First(one => one.Name == table);
        int[] places = RowFit.Places(T.Columns, typeof(T).Name, plan.Run.Plan, found);
        return Waiting.For(async () =>
        {
            var made = new T[rows];
            long count = 0;
            await foreach (RowBatch batch in plan.ReadBatchesAsync(table))
            {
                for (int row = 0; row < batch.RowCount && count < rows; row++)
                    made[count++] = T.Read(new BatchRow(batch, places, row));
                if (count == rows)
                    break;
            }

            return made;
        });
    }
}
