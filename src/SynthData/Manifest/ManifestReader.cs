using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SynthData.Diagnostics;

namespace SynthData.Manifest;

/// <summary>Reads what <see cref="ManifestJson"/> prints, and refuses newer versions, missing keys and paths that leave the folder.</summary>
internal static class ManifestReader
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <param name="json">The file's bytes.</param>
    /// <param name="path">The file's name, for messages.</param>
    /// <exception cref="GenerationException">SD5008, SD5009.</exception>
    public static RunManifest Read(ReadOnlyMemory<byte> json, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            JsonElement root = document.RootElement;
            int version = root.GetProperty("synthdata").GetInt32();
            if (version > ManifestJson.NewestVersion)
                throw new GenerationException(OutputDiagnostics.ManifestNewer.At(null, path, version, ManifestJson.NewestVersion));
            return ReadRoot(root, version);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new GenerationException(OutputDiagnostics.ManifestUnreadable.At(null, path, failure.Message.TrimEnd('.')), failure);
        }
    }

    private static RunManifest ReadRoot(JsonElement root, int version) => new()
    {
        Synthdata = version,
        Dataset = Text(root, "dataset"),
        Generator = root.GetProperty("generator").GetInt32(),
        Tool = Text(root, "tool"),
        SchemaSha256 = Text(root.GetProperty("schema"), "sha256"),
        KnowledgeSha256 = Optional(root, "knowledge") is { } knowledge ? Text(knowledge, "sha256") : null,
        Params = Map(root.GetProperty("params"), value => value.GetString() ?? throw new FormatException("a parameter is null")),
        Seed = root.GetProperty("seed").GetUInt64(),
        AsOf = OptionalText(root, "as_of") is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        Options = ReadOptions(root.GetProperty("options")),
        Shard = Optional(root, "shard") is { } shard ? ReadShard(shard) : null,
        Tables = List(root, "tables", ReadTable),
        Model = Optional(root, "model") is { } model ? ReadModel(model) : null,
    };

    private static ManifestOptions ReadOptions(JsonElement options) => new(
        Text(options, "format"),
        OptionalText(options, "compression"),
        OptionalText(options, "csvFormula"),
        Map(options.GetProperty("rows"), value => value.GetInt64()),
        options.GetProperty("scale").GetDecimal(),
        List(options, "tables", table => table.GetString() ?? throw new FormatException("a table's name is null")),
        OptionalText(options, "text"),
        OptionalText(options, "model"))
    {
        Create = options.TryGetProperty("create", out JsonElement create) && create.GetBoolean(),
        TextRows = options.TryGetProperty("textRows", out JsonElement textRows) ? textRows.GetInt64() : null,
        RowsFrom = OptionalNumbers(options, "rowsFrom"),
        SequenceStarts = OptionalNumbers(options, "sequenceStarts"),
    };

    private static ImmutableSortedDictionary<string, long> OptionalNumbers(JsonElement options, string key) =>
        options.TryGetProperty(key, out JsonElement numbers)
            ? Map(numbers, value => value.GetInt64())
            : ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal);

    private static ManifestTable ReadTable(JsonElement table)
    {
        string content = Text(table, "content");
        if (!ContentSum.TryParse(content, out _))
            throw new FormatException($"'{content}' is not 32 lower-case hexadecimal digits");
        return new ManifestTable(
            Text(table, "name"),
            table.GetProperty("rows").GetInt64(),
            table.GetProperty("firstRow").GetInt64(),
            content,
            List(table, "columns", column => new ManifestColumn(Text(column, "name"), Text(column, "type"), Text(column, "source"))),
            List(table, "files", ReadFile),
            List(table, "rejected", entry => new ManifestRejection(Text(entry, "code"), Text(entry, "rule"), entry.GetProperty("count").GetInt64())),
            table.GetProperty("faulty").GetInt64());
    }

    // What a manifest names may be replaced and removed, so a name must not lead out of its folder.
    private static ManifestFile ReadFile(JsonElement file)
    {
        string path = Text(file, "path");
        if (path is "" or "." or ".." || path.AsSpan().ContainsAny('/', '\\', ':') || path.Contains('\0', StringComparison.Ordinal))
            throw new FormatException($"'{path}' is not the name of a file in the manifest's folder");
        return new ManifestFile(
            path, Text(file, "format"), file.GetProperty("rows").GetInt64(), file.GetProperty("bytes").GetInt64(), Text(file, "sha256"));
    }

    private static ManifestShard ReadShard(JsonElement shard) => new(shard.GetProperty("number").GetInt32(), shard.GetProperty("of").GetInt32());

    private static ManifestModel ReadModel(JsonElement model) => new(
        Text(model, "name"),
        model.GetProperty("calls").GetInt64(),
        model.GetProperty("tokensIn").GetInt64(),
        model.GetProperty("tokensOut").GetInt64());

    private static string Text(JsonElement parent, string key) =>
        parent.GetProperty(key).GetString() ?? throw new FormatException($"'{key}' is null");

    private static string? OptionalText(JsonElement parent, string key) => parent.GetProperty(key).GetString();

    private static JsonElement? Optional(JsonElement parent, string key) =>
        parent.GetProperty(key) is { ValueKind: not JsonValueKind.Null } value ? value : null;

    private static ImmutableArray<T> List<T>(JsonElement parent, string key, Func<JsonElement, T> read) =>
        [.. parent.GetProperty(key).EnumerateArray().Select(read)];

    private static ImmutableSortedDictionary<string, T> Map<T>(JsonElement parent, Func<JsonElement, T> read) =>
        parent.EnumerateObject().ToImmutableSortedDictionary(property => property.Name, property => read(property.Value), StringComparer.Ordinal);
}
