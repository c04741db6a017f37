using SynthData.Schema;

namespace SynthData;

/// <summary>The tables of a schema that have a number of rows of their own.</summary>
internal static class OwnRows
{
    public static string[] TablesOf(DatasetSchema schema) => [.. schema.Tables.Where(table => table.Rows is FixedRows).Select(table => table.Name)];

    /// <summary>How many rows a request makes of such a table; null for a table of another kind.</summary>
    public static long? Count(DatasetSchema schema, string table, GenerationRequest request)
    {
        if (request.Rows.TryGetValue(table, out long asked))
            return asked;
        return schema.Tables.FirstOrDefault(one => one.Name == table)?.Rows is FixedRows own ? (long)Math.Ceiling(own.Count * request.Scale) : null;
    }
}
