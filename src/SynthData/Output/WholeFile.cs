namespace SynthData.Output;

/// <summary>Puts a small file in its place when it is whole, so that a reader finds the old one or the new one.</summary>
internal static class WholeFile
{
    /// <summary>Writes beside the place, syncs and renames; the folder must be there.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        string fresh = path + ".new";
        try
        {
            using (var file = new FileStream(fresh, FileMode.Create, FileAccess.Write))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(fresh, path, overwrite: true);
        }
        catch (Exception failure) when (OutputFailure.IsOfSystem(failure))
        {
            Discard(fresh);
            throw;
        }

        DirectorySync.Flush(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    private static void Discard(string fresh)
    {
        try
        {
            File.Delete(fresh);
        }
        catch (Exception failure) when (OutputFailure.IsOfSystem(failure))
        {
            // What failed first is told.
        }
    }
}
