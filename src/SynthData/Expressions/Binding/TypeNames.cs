using SynthData.Schema;

namespace SynthData.Expressions.Binding;

/// <summary>The types a cast can name: those of columns, and their names in SQL.</summary>
internal static class TypeNames
{
    public static ColumnType? Find(string written)
    {
        string name = string.Concat(written.ToLowerInvariant().Where(value => !char.IsWhiteSpace(value)));
        string known = name switch
        {
            "text" or "varchar" => "string",
            "boolean" => "bool",
            "int" or "integer" => "int32",
            "bigint" => "int64",
            "float" or "real" => "double",
            _ => name,
        };
        return ColumnType.TryParse(known, out ColumnType? type) ? type : null;
    }
}
