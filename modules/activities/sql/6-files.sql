call platform.take_files('activities.activities', 'activities.activities', 'activities.record');
