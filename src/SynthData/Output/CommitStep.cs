namespace SynthData.Output;

/// <summary>A commit's steps, told to tests that cut it off after each.</summary>
internal enum CommitStep
{
    /// <summary>Files and manifest are whole in the staging folder: from here the commit is finished, by this run or the next.</summary>
    Staged,

    /// <summary>The old manifest has left the folder.</summary>
    OldManifestTaken,

    /// <summary>One file is at its final name.</summary>
    FileMoved,

    /// <summary>What only the old manifest named is gone.</summary>
    OldFilesRemoved,

    /// <summary>The manifest is in place.</summary>
    ManifestMoved,
}
