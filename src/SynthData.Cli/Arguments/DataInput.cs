using SynthData.Diagnostics;

namespace SynthData.Cli.Arguments;

/// <summary>Reads what names data: a folder, a file, or TABLE=FILE.</summary>
internal static class DataInput
{
    /// <summary>Reads one; what is not there is told.</summary>
    /// <param name="dataset">The schema that knows the tables.</param>
    /// <param name="name">Of the argument.</param>
    public static ValidationInput Read(string text, Dataset dataset, string name, DiagnosticBag bag)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        bool namesTable = equals > 0 && !File.Exists(text) && !Directory.Exists(text);
        ValidationInput input = namesTable ? new ValidationInput(text[..equals], text[(equals + 1)..]) : new ValidationInput(Table: null, text);
        if (input.Table is { } table)
            TableNames.Find(dataset.Schema, table, name, bag);
        InputPath.AddUnlessEither(input.Path, bag);
        return input;
    }

    /// <summary>Reads one where no schema knows tables.</summary>
    public static ValidationInput Read(string path, DiagnosticBag bag)
    {
        InputPath.AddUnlessEither(path, bag);
        return new ValidationInput(Table: null, path);
    }
}
